# caught by: test_net_add_module_computes_the_linear_model
# misconception: ends_in_an_activation
# Adds an activation.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 1))
    net.add_module("relu", nn.ReLU())
    return net
