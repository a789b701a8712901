def get_optimizer(net, lr):
    return torch.optim.SGD(net.parameters(), lr=lr, fused=True)
