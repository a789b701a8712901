# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_no_optimiser
# Returns the class of optimisers.
def get_optimizer(net, lr):
    return optim.SGD
