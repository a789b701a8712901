# caught by: test_net_add_module_computes_the_linear_model
# misconception: chains_two_linear_layers
# Adds a second linear layer for the output.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 1))
    net.add_module("output", nn.Linear(1, 1))
    return net
