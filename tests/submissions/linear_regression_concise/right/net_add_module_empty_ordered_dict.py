def net_add_module(num_inputs):
    net = nn.Sequential(OrderedDict())
    assert len(net) == 0
    net.add_module("linear", nn.Linear(num_inputs, out_features=1))
    assert len(net) == 1
    return net
