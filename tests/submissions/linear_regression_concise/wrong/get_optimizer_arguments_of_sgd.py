# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: asks_for_the_batch_size
# The parameters of the first notebook's sgd.
def get_optimizer(net, lr, batch_size):
    return optim.SGD(net.parameters(), lr=lr / batch_size)
