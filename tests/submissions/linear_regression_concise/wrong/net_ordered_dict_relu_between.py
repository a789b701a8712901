# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: puts_an_activation_between_the_layers
# Puts a ReLU between the two layers.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([
        ("flatten", nn.Flatten()),
        ("relu", nn.ReLU()),
        ("linear", nn.Linear(num_inputs, 1)),
    ]))
