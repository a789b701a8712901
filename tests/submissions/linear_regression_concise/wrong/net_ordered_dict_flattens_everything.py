# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: flattens_the_examples_too
# Flattens the axis of the examples, too.
def net_ordered_dict(num_inputs):
    layers = OrderedDict()
    layers["flatten"] = nn.Flatten(start_dim=0)
    layers["linear"] = nn.Linear(num_inputs, 1)
    return nn.Sequential(layers)
