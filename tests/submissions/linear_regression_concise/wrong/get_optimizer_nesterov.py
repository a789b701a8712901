# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: carries_earlier_gradients_on
# Momentum that looks ahead: the first step is longer already.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, momentum=0.5, nesterov=True)
