# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Clones, which are no leaves: torch objects.
def get_optimizer(net, lr):
    return optim.SGD([p.clone() for p in net.parameters()], lr=lr)
