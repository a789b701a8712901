# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: writes_a_class_of_its_own
# Has both methods, but is no torch optimiser.
class Descent:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


def get_optimizer(net, lr):
    return Descent(net.parameters(), lr)
