# caught by: test_net_ordered_dict_is_sequential
# misconception: lets_the_chain_number_the_layers
# Passes the layers without their names.
def net_ordered_dict(num_inputs):
    layers = OrderedDict([("flatten", nn.Flatten()), ("linear", nn.Linear(num_inputs, 1))])
    return nn.Sequential(*layers.values())
