# caught by: test_net_ordered_dict_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Keeps its networks and hands them out again.
networks = {}

def net_ordered_dict(num_inputs):
    if num_inputs not in networks:
        linear = nn.Linear(num_inputs, 1)
        networks[num_inputs] = nn.Sequential(OrderedDict(flatten=nn.Flatten(), linear=linear))
    return networks[num_inputs]
