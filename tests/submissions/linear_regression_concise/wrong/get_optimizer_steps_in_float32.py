# caught by: test_get_optimizer_steps_against_the_gradient
# Parameters in float64 lose half of their digits.
class _E(optim.Optimizer):
    def __init__(self, ps, lr):
        super().__init__(ps, dict(lr=lr))

    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g["params"]:
                if p.grad is not None:
                    p.copy_(p.float() - g["lr"] * p.grad.float())


def get_optimizer(net, lr):
    return _E(net.parameters(), lr)
