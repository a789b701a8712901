def net_positional(num_inputs):
    net = nn.Sequential(
        nn.Linear(num_inputs, 1)
        # other layers can be added here
    )
    return net
