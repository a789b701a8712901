# caught by: test_net_add_module_computes_the_linear_model
# Gives the two features an output each.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 2))
    return net
