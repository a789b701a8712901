# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: scales_the_rate
# Takes the factor 2 of the gradient for one that is missing.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=2 * lr)
