# caught by: test_net_add_module_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Keeps its layers in a default argument, which all calls share.
def net_add_module(num_inputs, made={}):
    if num_inputs not in made:
        made[num_inputs] = nn.Linear(num_inputs, 1)
    net = nn.Sequential()
    net.add_module("linear", made[num_inputs])
    return net
