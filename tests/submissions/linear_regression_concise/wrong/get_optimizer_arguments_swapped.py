# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: swaps_parameters_and_rate
# Passes the rate first.
def get_optimizer(net, lr):
    return optim.SGD(lr, net.parameters())
