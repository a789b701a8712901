# caught by: test_get_optimizer_remembers_nothing
# Steps from its own copy of the parameters, as they stood after its last step: "p <- p - lr * p.grad".
class Master(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, dict(lr=lr))
        self.master = [p.detach().double().clone() for g in self.param_groups for p in g["params"]]
    @torch.no_grad()
    def step(self):
        ps = [p for g in self.param_groups for p in g["params"]]
        for p, m in zip(ps, self.master):
            if p.grad is not None:
                m -= self.param_groups[0]["lr"] * p.grad.double()
                p.copy_(m)

def get_optimizer(net, lr):
    return Master(net.parameters(), lr)
