# caught by: test_get_optimizer_remembers_nothing
# lr / t at step t, as in the theory of stochastic approximation.
class Robbins(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})
        self.t = 0

    @torch.no_grad()
    def step(self):
        self.t += 1
        for group in self.param_groups:
            for p in group["params"]:
                p -= group["lr"] / self.t * p.grad


def get_optimizer(net, lr):
    return Robbins(net.parameters(), lr)
