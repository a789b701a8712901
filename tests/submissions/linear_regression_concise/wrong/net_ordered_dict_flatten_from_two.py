# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: starts_flattening_one_axis_late
# Counts the axes from one.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=nn.Flatten(2), linear=nn.Linear(num_inputs, 1)))
