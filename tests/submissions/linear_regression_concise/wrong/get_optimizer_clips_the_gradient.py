# caught by: test_get_optimizer_steps_against_the_gradient
# Cuts large gradients off before the step.
class Clipped(optim.SGD):
    def step(self, closure=None):
        for g in self.param_groups:
            nn.utils.clip_grad_value_(g["params"], 1.0)
        return super().step(closure)


def get_optimizer(net, lr):
    return Clipped(net.parameters(), lr=lr)
