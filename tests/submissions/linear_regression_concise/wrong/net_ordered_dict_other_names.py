# caught by: test_net_ordered_dict_is_sequential
# misconception: calls_the_layers_something_else
# Has names of its own for the layers.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flat", nn.Flatten()), ("fc", nn.Linear(num_inputs, 1))]))
