# caught by: test_get_optimizer_remembers_nothing
# A default list keeps the parameters of earlier networks, which are updated too.
def get_optimizer(net, lr, groups=[]):
    groups.append({"params": list(net.parameters()), "lr": lr})
    return optim.SGD(groups, lr=lr)
