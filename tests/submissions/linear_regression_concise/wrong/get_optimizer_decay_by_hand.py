# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: shrinks_the_parameters
# Ridge regression: the penalty is added to the gradient.
class Ridge(optim.SGD):
    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g["params"]:
                p.add_(p.grad + 0.1 * p, alpha=-g["lr"])


def get_optimizer(net, lr):
    return Ridge(net.parameters(), lr=lr)
