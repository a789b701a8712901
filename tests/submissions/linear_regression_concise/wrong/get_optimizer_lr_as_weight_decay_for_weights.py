# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: shrinks_the_parameters
# Shrinks the weights, and leaves the biases.
def get_optimizer(net, lr):
    return optim.SGD([
        {"params": [p for p in net.parameters() if p.dim() > 1], "weight_decay": 1e-3},
        {"params": [p for p in net.parameters() if p.dim() <= 1]},
    ], lr=lr)
