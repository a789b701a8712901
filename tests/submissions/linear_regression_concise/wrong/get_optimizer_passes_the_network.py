# caught by: test_get_optimizer_steps_against_the_gradient
# Passes the network itself.
def get_optimizer(net, lr):
    return optim.SGD(net, lr=lr)
