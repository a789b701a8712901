# caught by: test_get_optimizer_updates_every_parameter
# Finds parameters two levels deep: "however many layers there are".
def get_optimizer(net, lr):
    found = [net, *net.children()] + [c for m in net.children() for c in m.children()]
    groups = [{"params": list(m.parameters(recurse=False))} for m in found]
    return optim.SGD([g for g in groups if g["params"]], lr=lr)
