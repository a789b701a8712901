def get_optimizer(net, lr):
    return torch.optim.ASGD(net.parameters(), lr=lr, lambd=0.0, alpha=0.0, t0=1e12)
