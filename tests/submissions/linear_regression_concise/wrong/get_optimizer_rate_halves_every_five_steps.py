# caught by: test_get_optimizer_remembers_nothing
# The rate halves every five steps: "a step depends on the gradients of this moment alone".
class Halving(optim.SGD):
    done = 0
    def step(self, closure=None):
        out = super().step(closure)
        self.done += 1
        if self.done % 5 == 0:
            for g in self.param_groups:
                g["lr"] /= 2
        return out

def get_optimizer(net, lr):
    return Halving(net.parameters(), lr=lr)
