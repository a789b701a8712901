# caught by: test_get_optimizer_remembers_nothing
# The class keeps the parameters: the first optimiser moves the second network.
class GD(optim.Optimizer):
    params = []
    def __init__(self, params, lr):
        GD.params = list(params)
        super().__init__(GD.params, dict(lr=lr))
    def step(self):
        with torch.no_grad():
            for p in GD.params:
                p -= self.defaults["lr"] * p.grad

def get_optimizer(net, lr):
    return GD(net.parameters(), lr)
