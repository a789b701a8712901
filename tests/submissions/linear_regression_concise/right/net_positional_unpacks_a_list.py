def net_positional(num_inputs):
    layers = []
    layers.append(nn.Linear(num_inputs, 1))
    return nn.Sequential(*layers)
