# caught by: test_get_optimizer_remembers_nothing
# misconception: carries_earlier_gradients_on
# Steps along the mean of all gradients so far.
class Averaging(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, dict(lr=lr))
        self.count = 0

    @torch.no_grad()
    def step(self):
        self.count += 1
        for g in self.param_groups:
            for p in g["params"]:
                s = self.state[p]
                s["sum"] = s.get("sum", 0) + p.grad
                p -= g["lr"] * s["sum"] / self.count


def get_optimizer(net, lr):
    return Averaging(net.parameters(), lr)
