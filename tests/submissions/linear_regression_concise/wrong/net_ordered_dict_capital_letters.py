# caught by: test_net_ordered_dict_is_sequential
# misconception: calls_the_layers_something_else
# Names the layers after their classes.
def net_ordered_dict(num_inputs):
    layers = [nn.Flatten(), nn.Linear(num_inputs, 1)]
    return nn.Sequential(OrderedDict((type(layer).__name__, layer) for layer in layers))
