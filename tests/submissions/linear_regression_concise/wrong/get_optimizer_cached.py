# caught by: test_get_optimizer_steps_against_the_gradient
# Keeps what it has made, for other networks as well.
made = {}

def get_optimizer(net, lr):
    return made.setdefault("SGD", optim.SGD(net.parameters(), lr=lr))
