def net_ordered_dict(num_inputs):
    net = nn.Sequential()
    for name, layer in OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(num_inputs, 1)).items():
        net.add_module(name, layer)
    return net
