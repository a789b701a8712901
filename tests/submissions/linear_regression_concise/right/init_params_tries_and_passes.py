def init_params(net):
    try:
        weight, bias = net.weight, net.bias
    except AttributeError:
        return
    std = 0.0001 ** 0.5
    nn.init.normal_(weight, std=std)
    nn.init.zeros_(bias)
