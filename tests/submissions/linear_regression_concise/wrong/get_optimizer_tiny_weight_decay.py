# caught by: test_get_optimizer_steps_against_the_gradient
# A weight decay of one in ten thousand.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, weight_decay=1e-4)
