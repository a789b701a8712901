# caught by: test_get_optimizer_steps_against_the_gradient
# Passes the method and does not call it.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters, lr)
