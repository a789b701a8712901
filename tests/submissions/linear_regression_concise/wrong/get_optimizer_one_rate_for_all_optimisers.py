# caught by: test_get_optimizer_remembers_nothing
# The class keeps the rate: the first optimiser takes that of the second.
class GD(optim.Optimizer):
    def step(self):
        with torch.no_grad():
            for p in self.param_groups[0]["params"]:
                if p.grad is not None:
                    p -= GD.lr * p.grad

def get_optimizer(net, lr):
    GD.lr = lr
    return GD(net.parameters(), {})
