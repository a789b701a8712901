def get_optimizer(net, lr):
    return torch.optim.SGD(net.parameters(), lr=torch.tensor(float(lr), dtype=torch.float64))
