# caught by: test_get_optimizer_updates_every_parameter
# misconception: moves_some_layers_only
# Trains the first part of the network that has parameters.
def get_optimizer(net, lr):
    for part in net.modules():
        own = list(part.parameters(recurse=False))
        if own:
            return optim.SGD(own, lr=lr)
