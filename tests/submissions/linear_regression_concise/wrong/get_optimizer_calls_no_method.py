# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: hands_over_the_network
# Passes the method and does not call it.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters, lr)
