# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: makes_more_than_one_output
# Ten outputs, as if there were ten classes to choose from.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict({"flatten": nn.Flatten(), "linear": nn.Linear(num_inputs, 10)}))
