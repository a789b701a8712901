# caught by: test_net_add_module_computes_the_linear_model
# misconception: gives_add_module_one_argument
# Gives the layer without a name.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module(nn.Linear(num_inputs, 1))
    return net
