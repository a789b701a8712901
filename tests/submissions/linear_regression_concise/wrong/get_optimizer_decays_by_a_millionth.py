# caught by: test_get_optimizer_steps_against_the_gradient
# A group that shrinks its parameters, hardly visibly.
def get_optimizer(net, lr):
    group = {"params": list(net.parameters()), "weight_decay": 1e-6}
    return optim.SGD([group], lr=lr)
