# caught by: test_get_optimizer_updates_every_parameter
# misconception: moves_some_layers_only
# A group for each layer of the chain, as far as it has parameters of its own.
def get_optimizer(net, lr):
    layers = list(net.children()) or [net]
    groups = [{"params": list(layer._parameters.values())} for layer in layers]
    return optim.SGD([g for g in groups if g["params"]], lr=lr)
