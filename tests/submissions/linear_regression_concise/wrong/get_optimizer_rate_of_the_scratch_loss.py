# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: scales_the_rate
# Halves the rate, to make up for the missing half in the loss.
def get_optimizer(net, lr):
    opt = optim.SGD(net.parameters(), lr)
    opt.param_groups[0]["lr"] = lr / 2
    return opt
