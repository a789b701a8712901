def init_params(net):
    if isinstance(net, nn.Linear):
        w = nn.Parameter(torch.empty_like(net.weight).normal_(0, 0.01))
        b = nn.Parameter(torch.zeros_like(net.bias))
        torch.utils.swap_tensors(net.weight, w)
        torch.utils.swap_tensors(net.bias, b)
