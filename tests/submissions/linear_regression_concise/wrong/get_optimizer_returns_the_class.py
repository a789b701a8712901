# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_the_class
# Returns the class of optimisers.
def get_optimizer(net, lr):
    return optim.SGD
