# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: adapts_the_step_to_each_parameter
# All steps have the same length.
class Sign(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                p.data -= group["lr"] * p.grad.sign()


def get_optimizer(net, lr):
    return Sign(net.parameters(), lr)
