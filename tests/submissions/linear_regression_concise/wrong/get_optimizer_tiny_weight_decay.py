# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: shrinks_the_parameters
# A weight decay of one in ten thousand.
def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
    for group in optimizer.param_groups:
        group["weight_decay"] = 1e-4
    return optimizer
