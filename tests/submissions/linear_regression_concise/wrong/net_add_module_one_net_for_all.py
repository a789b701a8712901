# caught by: test_net_add_module_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Adds the layer to one and the same network at every call.
the_net = nn.Sequential()

def net_add_module(num_inputs):
    the_net.add_module("linear", nn.Linear(num_inputs, 1))
    return the_net
