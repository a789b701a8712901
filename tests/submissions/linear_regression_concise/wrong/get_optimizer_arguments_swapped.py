# caught by: test_get_optimizer_steps_against_the_gradient
# Passes the rate first.
def get_optimizer(net, lr):
    return optim.SGD(lr, net.parameters())
