def init_params(net):
    for layer in [m for m in net.modules() if type(m) is nn.Linear]:
        layer.weight.data = torch.empty_like(layer.weight.data).normal_(0, 0.01)
        layer.bias.data = torch.zeros_like(layer.bias.data)
