# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: hands_over_the_network
# Passes the network itself.
def get_optimizer(net, lr):
    return optim.SGD(net, lr=lr)
