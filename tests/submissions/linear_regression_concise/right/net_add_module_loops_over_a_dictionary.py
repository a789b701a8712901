def net_add_module(num_inputs):
    parts = {"linear": nn.Linear(num_inputs, 1)}
    net = nn.Sequential()
    for name, part in parts.items():
        net.add_module(name, part)
    return net
