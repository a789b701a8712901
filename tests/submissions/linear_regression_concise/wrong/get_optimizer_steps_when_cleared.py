# caught by: test_get_optimizer_clears_gradients
# Clearing makes a step of its own.
class S(optim.SGD):
    def zero_grad(self, set_to_none=True):
        self.step()
        super().zero_grad(set_to_none)

def get_optimizer(net, lr):
    return S(net.parameters(), lr=lr)
