# caught by: test_net_ordered_dict_flattens
# Leaves the flattening out.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("linear", nn.Linear(num_inputs, 1))]))
