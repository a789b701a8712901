# caught by: test_get_optimizer_steps_against_the_gradient
# Clips large gradients: "p <- p - lr * p.grad".
class Clipped(optim.SGD):
    def step(self, closure=None):
        for g in self.param_groups:
            nn.utils.clip_grad_norm_(g["params"], 100.0)
        return super().step(closure)

def get_optimizer(net, lr):
    return Clipped(net.parameters(), lr=lr)
