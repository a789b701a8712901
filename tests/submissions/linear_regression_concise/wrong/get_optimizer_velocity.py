# caught by: test_get_optimizer_remembers_nothing
# misconception: carries_earlier_gradients_on
# A velocity for each parameter, by hand.
class Heavy(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, dict(lr=lr))
        self.v = {}

    def step(self):
        with torch.no_grad():
            for p in self.param_groups[0]["params"]:
                v = 0.5 * self.v.get(p, torch.zeros_like(p)) + p.grad
                self.v[p] = v
                p -= self.param_groups[0]["lr"] * v


def get_optimizer(net, lr):
    return Heavy(list(net.parameters()), lr)
