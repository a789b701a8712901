# caught by: test_get_optimizer_clears_gradients
# Its zero_grad reaches the first of its groups.
class Half(optim.SGD):
    def zero_grad(self, set_to_none=True):
        for p in self.param_groups[0]["params"]:
            p.grad = None


def get_optimizer(net, lr):
    return Half([{"params": [p]} for p in net.parameters()], lr=lr)
