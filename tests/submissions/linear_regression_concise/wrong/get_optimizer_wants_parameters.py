# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: hands_over_the_network
# Calls its first argument params, and takes it for that.
def get_optimizer(params, lr):
    optimizer = optim.SGD(params, lr)
    return optimizer
