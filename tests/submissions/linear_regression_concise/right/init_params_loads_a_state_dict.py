def init_params(net):
    if isinstance(net, nn.Linear):
        start = {"weight": torch.randn_like(net.weight) * 0.01, "bias": torch.zeros_like(net.bias)}
        net.load_state_dict(start)
