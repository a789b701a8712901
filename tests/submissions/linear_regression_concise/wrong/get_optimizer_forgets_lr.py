# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: fixes_the_rate
# Leaves the rate at PyTorch's default.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters())
