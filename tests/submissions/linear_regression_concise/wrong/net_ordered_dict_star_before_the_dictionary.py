# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Unpacks the dictionary, which gives its keys.
def net_ordered_dict(num_inputs):
    layers = OrderedDict([("flatten", nn.Flatten()), ("linear", nn.Linear(num_inputs, 1))])
    return nn.Sequential(*layers)
