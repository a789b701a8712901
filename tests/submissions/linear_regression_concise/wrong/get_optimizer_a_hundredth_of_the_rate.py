# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: scales_the_rate
# Takes small steps, to be on the safe side.
class Careful(optim.SGD):
    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                p.sub_(p.grad.mul(group["lr"] * 0.01))


def get_optimizer(net, lr):
    return Careful(net.parameters(), lr=lr)
