# caught by: test_get_optimizer_updates_every_parameter
# misconception: picks_layers_by_hand
# Takes weight and bias of linear layers, and fails where there is no bias.
def get_optimizer(net, lr):
    params = []
    for m in net.modules():
        if isinstance(m, nn.Linear):
            params += [m.weight, m.bias]
    return optim.SGD(params, lr=lr)
