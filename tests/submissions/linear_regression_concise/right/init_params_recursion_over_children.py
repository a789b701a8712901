def init_params(net):
    for child in net.children():
        init_params(child)
    if isinstance(net, nn.Linear):
        net.weight.detach().normal_(mean=0, std=0.01)
        net.bias.detach().mul_(0)
