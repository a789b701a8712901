def init_params(net):
    if isinstance(net, nn.Linear):
        for p in (net.weight, net.bias):
            p.requires_grad_(False)
        net.weight.normal_().mul_(0.01)
        net.bias.fill_(0.0)
        for p in (net.weight, net.bias):
            p.requires_grad_(True)
