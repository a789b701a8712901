# caught by: test_net_add_module_computes_the_linear_model
# misconception: forgets_to_add_the_layer
# Makes the layer and returns the chain without it.
def net_add_module(num_inputs):
    net = nn.Sequential()
    linear = nn.Linear(num_inputs, 1)
    return net
