def net_positional(num_inputs):
    net = nn.Sequential()
    net.append(nn.Linear(num_inputs, 1))
    return net
