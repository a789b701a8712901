# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Passes the pairs without making a dictionary of them.
def net_ordered_dict(num_inputs):
    pairs = [("flatten", nn.Flatten()), ("linear", nn.Linear(num_inputs, 1))]
    return nn.Sequential(*pairs)
