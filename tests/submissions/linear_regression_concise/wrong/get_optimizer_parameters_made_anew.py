# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# New parameters around the old numbers: they get no gradients.
def get_optimizer(net, lr):
    params = []
    for p in net.parameters():
        params.append(nn.Parameter(p.data))
    return optim.SGD(params, lr=lr)
