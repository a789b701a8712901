# caught by: test_get_optimizer_steps_against_the_gradient
# Looks after the notebook's net.
def get_optimizer(network, lr):
    return optim.SGD(net.parameters(), lr=lr)
