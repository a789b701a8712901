# caught by: test_net_ordered_dict_flattens
# misconception: forgets_to_flatten
# Puts the layers in the wrong order.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([
        ("linear", nn.Linear(num_inputs, 1)),
        ("flatten", nn.Flatten()),
    ]))
