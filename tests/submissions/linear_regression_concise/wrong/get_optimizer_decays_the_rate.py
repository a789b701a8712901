# caught by: test_get_optimizer_remembers_nothing
# Takes shorter steps from call to call.
class Decaying(optim.SGD):
    def step(self, closure=None):
        result = super().step(closure)
        for g in self.param_groups:
            g["lr"] *= 0.9
        return result


def get_optimizer(net, lr):
    return Decaying(net.parameters(), lr=lr)
