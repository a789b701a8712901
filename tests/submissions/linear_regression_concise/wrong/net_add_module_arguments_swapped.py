# caught by: test_net_add_module_computes_the_linear_model
# Gives the layer first and its name second.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module(nn.Linear(num_inputs, 1), "linear")
    return net
