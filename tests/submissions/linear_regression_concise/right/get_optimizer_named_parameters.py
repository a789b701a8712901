def get_optimizer(net, lr):
    return optim.SGD(net.named_parameters(), lr, foreach=True)
