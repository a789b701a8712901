# caught by: test_net_add_module_is_sequential
# misconception: calls_the_layers_something_else
# Calls the layer by its class, with a capital letter.
def net_add_module(num_inputs):
    net = nn.Sequential()
    layer = nn.Linear(num_inputs, 1)
    net.add_module(type(layer).__name__, layer)
    return net
