# caught by: test_net_add_module_is_sequential
# misconception: calls_the_layers_something_else
# Calls the layer "fc".
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("fc", nn.Linear(num_inputs, 1))
    return net
