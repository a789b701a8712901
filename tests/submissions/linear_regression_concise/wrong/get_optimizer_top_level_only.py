# caught by: test_get_optimizer_updates_every_parameter
# misconception: moves_some_layers_only
# Finds layers directly inside the network and no deeper.
def get_optimizer(net, lr):
    found = list(net.parameters(recurse=False))
    for child in net.children():
        found += child.parameters(recurse=False)
    return optim.SGD(found, lr=lr)
