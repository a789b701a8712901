def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            u = torch.rand(net.weight.shape, dtype=torch.float64).clamp(1e-12, 1 - 1e-12)
            net.weight.copy_(torch.special.ndtri(u) / 100)
            nn.init.zeros_(net.bias)
