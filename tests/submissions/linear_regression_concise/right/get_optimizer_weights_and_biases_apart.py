def get_optimizer(net, lr):
    weights = [p for name, p in net.named_parameters() if "weight" in name]
    others = [p for name, p in net.named_parameters() if "weight" not in name]
    return optim.SGD([{"params": weights}, {"params": others}], lr=lr)
