# caught by: test_get_optimizer_remembers_nothing
# Counts its steps, and halves the rate after twenty.
class _D(optim.SGD):
    n = 0

    def step(self, closure=None):
        self.n += 1
        if self.n == 20:
            for g in self.param_groups:
                g["lr"] /= 2
        return super().step(closure)


def get_optimizer(net, lr):
    return _D(net.parameters(), lr=lr)
