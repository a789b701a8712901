# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: makes_one_optimiser_for_all
# Keeps what it has made, for other networks as well.
made = {}

def get_optimizer(net, lr):
    return made.setdefault("SGD", optim.SGD(net.parameters(), lr=lr))
