# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Passes the data, which have no gradients.
def get_optimizer(net, lr):
    return optim.SGD([p.data for p in net.parameters()], lr=lr)
