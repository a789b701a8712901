# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: swaps_inputs_and_outputs
# The sizes of the linear layer the other way round.
def net_ordered_dict(num_inputs):
    linear = nn.Linear(out_features=num_inputs, in_features=1)
    return nn.Sequential(OrderedDict([("flatten", nn.Flatten()), ("linear", linear)]))
