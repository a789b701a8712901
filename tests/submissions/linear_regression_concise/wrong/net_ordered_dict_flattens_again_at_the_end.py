# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: flattens_the_predictions
# Flattens its output as well, from the first axis on.
def net_ordered_dict(num_inputs):
    layers = OrderedDict()
    layers["flatten"] = nn.Flatten()
    layers["linear"] = nn.Linear(num_inputs, 1)
    layers["row"] = nn.Flatten(start_dim=0)
    return nn.Sequential(layers)
