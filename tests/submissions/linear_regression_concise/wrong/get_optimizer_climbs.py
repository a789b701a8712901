# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: climbs
# Goes with the gradient instead of against it.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, maximize=True)
