# caught by: test_get_optimizer_steps_against_the_gradient
# Momentum that looks ahead: the first step is longer already.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, momentum=0.5, nesterov=True)
