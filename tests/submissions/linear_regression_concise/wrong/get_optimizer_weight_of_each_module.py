# caught by: test_get_optimizer_updates_every_parameter
# misconception: leaves_the_biases_alone
# Collects what is called weight.
def get_optimizer(net, lr):
    params = []
    for module in net.modules():
        if getattr(module, "weight", None) is not None:
            params.append(module.weight)
    return optim.SGD(params, lr=lr)
