# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Its optimiser looks after clones.
def get_optimizer(net, lr):
    return optim.SGD([p.clone().detach().requires_grad_() for p in net.parameters()], lr=lr)
