def net_ordered_dict(num_inputs: int) -> nn.Sequential:
    return nn.Sequential(OrderedDict(flatten=nn.Flatten(1, -1), linear=nn.Linear(num_inputs, 1)))
