def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
    return optimizer
