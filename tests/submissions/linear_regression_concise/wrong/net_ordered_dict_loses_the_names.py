# caught by: test_net_ordered_dict_is_sequential
# Passes the layers without their names.
def net_ordered_dict(num_inputs):
    layers = OrderedDict([("flatten", nn.Flatten()), ("linear", nn.Linear(num_inputs, 1))])
    return nn.Sequential(*layers.values())
