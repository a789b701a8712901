# caught by: test_get_optimizer_updates_every_parameter
# misconception: leaves_the_biases_alone
# Gives the biases a learning rate of zero.
def get_optimizer(net, lr):
    weights = [p for p in net.parameters() if p.dim() > 1]
    biases = [p for p in net.parameters() if p.dim() == 1]
    return optim.SGD([{"params": weights, "lr": lr}, {"params": biases}], lr=0.0)
