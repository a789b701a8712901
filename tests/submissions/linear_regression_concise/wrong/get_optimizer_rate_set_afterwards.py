# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: fixes_the_rate
# Overwrites the rate with that of the last cell.
def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
    optimizer.param_groups[0].update(lr=0.015)
    return optimizer
