# caught by: test_sgd_steps_against_the_gradient
# misconception: later_edition
# Writes the class of a later edition.
class sgd:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def step(self):
        for param in self.params:
            param -= self.lr * param.grad

    def zero_grad(self):
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()
