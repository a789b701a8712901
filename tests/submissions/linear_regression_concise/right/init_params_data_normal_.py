def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data.normal_(0, 0.01)
        net.bias.data.fill_(0)
