# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: divides_by_the_batch_size
# Divides the rate by a batch size of ten, which the mean has done.
def get_optimizer(net, lr):
    batch_size = 10
    return optim.SGD(net.parameters(), lr=lr / batch_size)
