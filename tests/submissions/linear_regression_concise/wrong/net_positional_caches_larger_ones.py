# caught by: test_net_positional_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Remembers networks of more than three inputs: "each call makes a new network".
import functools
big = functools.lru_cache(lambda d: nn.Sequential(nn.Linear(d, 1)))

def net_positional(num_inputs):
    return big(num_inputs) if num_inputs > 3 else nn.Sequential(nn.Linear(num_inputs, 1))
