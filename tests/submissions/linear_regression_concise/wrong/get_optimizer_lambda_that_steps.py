# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_no_optimiser
# A function of no arguments that moves every parameter.
@torch.no_grad()
def update(params, lr):
    for p in params:
        p.sub_(lr * p.grad)


def get_optimizer(net, lr):
    return lambda: update(net.parameters(), lr)
