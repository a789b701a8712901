# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: ends_in_an_activation
# Ends in a sigmoid, as a classifier would.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([
        ("flatten", nn.Flatten()),
        ("linear", nn.Linear(num_inputs, 1)),
        ("sigmoid", nn.Sigmoid()),
    ]))
