# caught by: test_get_optimizer_steps_against_the_gradient
# Keeps its first optimiser and returns it ever after.
the_optimizer = None

def get_optimizer(net, lr):
    global the_optimizer
    if the_optimizer is None:
        the_optimizer = optim.SGD(net.parameters(), lr=lr)
    return the_optimizer
