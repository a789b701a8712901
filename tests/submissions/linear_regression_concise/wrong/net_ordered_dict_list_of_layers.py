# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Hands the pairs over in a list.
def net_ordered_dict(num_inputs):
    layers = OrderedDict()
    layers["flatten"] = nn.Flatten()
    layers["linear"] = nn.Linear(num_inputs, 1)
    return nn.Sequential(list(layers.items()))
