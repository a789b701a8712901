# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: fixes_the_rate
# Has a learning rate written into it.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=0.03)
