# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: adapts_the_step_to_each_parameter
# Divides by the root of all squares so far, by hand.
class Adaptive(optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                state["sum"] = state.get("sum", 0) + p.grad ** 2
                p.addcdiv_(p.grad, state["sum"].sqrt() + 1e-10, value=-group["lr"])


def get_optimizer(net, lr):
    return Adaptive(net.parameters(), lr)
