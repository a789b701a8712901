def get_optimizer(net, lr):
    def step(self, closure=None):
        params = [p for g in self.param_groups for p in g["params"] if p.grad is not None]
        for p in params:
            p.data.add_(p.grad.data, alpha=-lr)

    Descent = type("Descent", (optim.Optimizer,), {"step": step})
    return Descent(net.parameters(), {})
