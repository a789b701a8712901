# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Makes a deep copy of the network first.
import copy

def get_optimizer(net, lr):
    own = copy.deepcopy(net)
    return optim.SGD(own.parameters(), lr=lr)
