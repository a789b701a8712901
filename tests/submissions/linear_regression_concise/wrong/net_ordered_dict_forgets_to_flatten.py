# caught by: test_net_ordered_dict_flattens
# misconception: forgets_to_flatten
# Leaves the flattening out.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("linear", nn.Linear(num_inputs, 1))]))
