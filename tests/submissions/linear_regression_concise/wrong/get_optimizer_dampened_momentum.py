# caught by: test_get_optimizer_remembers_nothing
# misconception: carries_earlier_gradients_on
# Momentum that begins with the second step.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, momentum=0.9, dampening=0.9)
