def get_optimizer(net, lr):
    groups = [{"params": p, "lr": lr} for p in net.parameters()]
    return optim.SGD(groups, lr=1.0)
