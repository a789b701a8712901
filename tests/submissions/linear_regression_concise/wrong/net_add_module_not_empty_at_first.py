# caught by: test_net_add_module_computes_the_linear_model
# misconception: chains_two_linear_layers
# Starts with a layer by position and adds another one.
def net_add_module(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, num_inputs))
    net.add_module("linear", nn.Linear(num_inputs, 1))
    return net
