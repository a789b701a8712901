# caught by: test_get_optimizer_steps_against_the_gradient
# Passes over small gradients: "p <- p - lr * p.grad".
class Lazy(optim.SGD):
    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g["params"]:
                if p.grad is not None and p.grad.abs().max() > 1e-3:
                    p -= g["lr"] * p.grad

def get_optimizer(net, lr):
    return Lazy(net.parameters(), lr=lr)
