# caught by: test_net_ordered_dict_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Keeps one dictionary of layers outside the function.
parts = OrderedDict(flatten=nn.Flatten())

def net_ordered_dict(num_inputs):
    if "linear" not in parts or parts["linear"].in_features != num_inputs:
        parts["linear"] = nn.Linear(num_inputs, 1)
    return nn.Sequential(parts)
