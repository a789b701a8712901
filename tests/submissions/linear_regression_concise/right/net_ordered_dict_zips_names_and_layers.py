def net_ordered_dict(num_inputs):
    names = ("flatten", "linear")
    layers = nn.Flatten(), nn.Linear(num_inputs, 1)
    net = nn.Sequential(OrderedDict(zip(names, layers)))
    return net
