# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: shrinks_the_parameters
# Shrinks the parameters as well.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr, weight_decay=0.01)
