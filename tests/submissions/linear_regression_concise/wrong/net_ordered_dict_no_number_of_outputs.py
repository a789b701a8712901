# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: forgets_the_number_of_outputs
# The bracket of the layer closes too early.
def net_ordered_dict(num_inputs):
    pairs = [("flatten", nn.Flatten()), ("linear", nn.Linear(num_inputs), 1)]
    return nn.Sequential(OrderedDict(pairs))
