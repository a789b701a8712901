def net_add_module(num_inputs):
    net = nn.Sequential()
    net.linear = nn.Linear(num_inputs, 1)
    return net
