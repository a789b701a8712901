def init_params(net):
    if type(net) == nn.Linear:
        nn.init.normal_(net.weight, std=0.01)
        nn.init.zeros_(net.bias)
