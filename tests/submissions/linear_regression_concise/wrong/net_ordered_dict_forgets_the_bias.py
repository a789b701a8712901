# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: forgets_the_bias
# Has no bias in the linear layer.
def net_ordered_dict(num_inputs):
    parts = OrderedDict(flatten=nn.Flatten())
    parts["linear"] = nn.Linear(num_inputs, 1, bias=None)
    return nn.Sequential(parts)
