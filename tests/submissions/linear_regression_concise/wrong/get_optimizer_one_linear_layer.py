# caught by: test_get_optimizer_updates_every_parameter
# misconception: moves_some_layers_only
# Expects a network with a layer called "linear".
def get_optimizer(net, lr):
    layer = net.linear if hasattr(net, "linear") else net[0] if isinstance(net, nn.Sequential) else net
    return optim.SGD([layer.weight, layer.bias], lr=lr)
