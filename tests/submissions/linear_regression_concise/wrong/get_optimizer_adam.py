# caught by: test_get_optimizer_steps_against_the_gradient
# Adapts the length of the step to each parameter.
def get_optimizer(net, lr):
    return optim.Adam(net.parameters(), lr=lr)
