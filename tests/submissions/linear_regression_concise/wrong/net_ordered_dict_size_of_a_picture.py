# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Knows pictures of 28 by 28 and no other input.
def net_ordered_dict(num_inputs):
    layers = OrderedDict()
    layers["flatten"] = nn.Flatten()
    layers["linear"] = nn.Linear(28 * 28, 1)
    return nn.Sequential(layers)
