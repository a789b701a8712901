def start(layer):
    nn.init.normal_(layer.weight, std=0.01)
    nn.init.constant_(layer.bias, 0.5)
    return layer


net_positional = lambda num_inputs: nn.Sequential(start(nn.Linear(num_inputs, 1)))
