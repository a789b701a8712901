def get_optimizer(net: nn.Module, lr: float) -> optim.Optimizer:
    return optim.SGD(
        params=net.parameters(),
        lr=lr,
        momentum=0,
        dampening=0,
        weight_decay=0,
        nesterov=False,
        maximize=False,
        foreach=False,
    )
