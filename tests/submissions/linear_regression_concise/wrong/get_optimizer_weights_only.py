# caught by: test_get_optimizer_updates_every_parameter
# misconception: leaves_the_biases_alone
# Takes the weights and leaves the biases out.
def get_optimizer(net, lr):
    weights = [p for name, p in net.named_parameters() if name.endswith("weight")]
    return optim.SGD(weights, lr=lr)
