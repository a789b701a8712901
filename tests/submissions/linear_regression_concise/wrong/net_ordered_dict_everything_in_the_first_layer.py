# caught by: test_net_ordered_dict_is_sequential
# "flatten" does it all, "linear" nothing: '"linear" is a linear layer'.
def net_ordered_dict(num_inputs):
    first = nn.Sequential(nn.Flatten(), nn.Linear(num_inputs, 1))
    return nn.Sequential(OrderedDict(flatten=first, linear=nn.Identity()))
