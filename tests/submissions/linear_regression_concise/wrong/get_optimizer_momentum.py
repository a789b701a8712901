# caught by: test_get_optimizer_remembers_nothing
# misconception: carries_earlier_gradients_on
# Carries nine tenths of the last step on.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, momentum=0.9)
