get_optimizer = lambda net, lr: torch.optim.SGD(list(net.parameters()), lr)
