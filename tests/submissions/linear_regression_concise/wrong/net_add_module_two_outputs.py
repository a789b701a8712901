# caught by: test_net_add_module_computes_the_linear_model
# misconception: makes_more_than_one_output
# Gives the two features an output each.
def net_add_module(num_inputs):
    layer = nn.Linear(in_features=num_inputs, out_features=2)
    net = nn.Sequential()
    net.add_module("linear", layer)
    return net
