# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: writes_a_class_of_its_own
# The class SGD of later editions, with zero_grad by grad.zero_().
class SGD:
    """Minibatch stochastic gradient descent."""
    def __init__(self, params, lr):
        self.params = params
        self.lr = lr

    def step(self):
        for param in self.params:
            param.data = param.data - self.lr * param.grad

    def zero_grad(self):
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()


def get_optimizer(net, lr):
    return SGD(tuple(net.parameters()), lr)
