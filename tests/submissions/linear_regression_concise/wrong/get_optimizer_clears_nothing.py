# caught by: test_get_optimizer_clears_gradients
# Overrides zero_grad with a method that does nothing.
class Adding(optim.SGD):
    def zero_grad(self, set_to_none=True):
        pass  # step() needs the gradients


def get_optimizer(net, lr):
    return Adding(net.parameters(), lr=lr)
