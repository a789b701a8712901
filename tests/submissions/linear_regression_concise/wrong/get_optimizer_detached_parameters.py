# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Detaches the parameters on the way.
def get_optimizer(net, lr):
    bare = map(torch.Tensor.detach, net.parameters())
    return optim.SGD(bare, lr=lr)
