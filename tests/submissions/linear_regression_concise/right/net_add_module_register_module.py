def net_add_module(num_inputs):
    net = nn.Sequential()
    net.register_module(name="linear", module=nn.Linear(num_inputs, 1))
    return net
