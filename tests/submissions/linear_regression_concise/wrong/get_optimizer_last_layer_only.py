# caught by: test_get_optimizer_updates_every_parameter
# misconception: moves_some_layers_only
# Weight and bias at the end of the list: the head, as in fine-tuning.
def get_optimizer(net, lr):
    return optim.SGD(list(net.parameters())[-2:], lr=lr)
