def get_optimizer(net, lr):
    first, *others = net.parameters()
    optimizer = optim.SGD([first], lr=lr)
    for p in others:
        optimizer.add_param_group({"params": [p]})
    return optimizer
