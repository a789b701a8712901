# caught by: test_net_add_module_computes_the_linear_model
# misconception: forgets_the_bias
# Makes the layer without a bias.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 1, False))
    return net
