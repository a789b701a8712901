# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: climbs
# Its own step has a plus.
class Ascent(optim.Optimizer):
    def step(self):
        with torch.no_grad():
            for group in self.param_groups:
                for p in group["params"]:
                    p += group["lr"] * p.grad


def get_optimizer(net, lr):
    return Ascent(net.parameters(), dict(lr=lr))
