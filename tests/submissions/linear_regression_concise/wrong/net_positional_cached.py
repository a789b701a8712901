# caught by: test_net_positional_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Keeps the network of each size and hands it out again.
import functools

@functools.cache
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1))
