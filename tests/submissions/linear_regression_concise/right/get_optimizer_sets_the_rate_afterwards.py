def get_optimizer(net, lr):
    opt = optim.SGD(net.parameters(), lr=0.03)
    for g in opt.param_groups:
        g['lr'] = lr
    return opt
