# caught by: test_get_optimizer_steps_against_the_gradient
# Takes a rate of 0 for none: "lr: learning rate, a number".
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=lr or 0.03)
