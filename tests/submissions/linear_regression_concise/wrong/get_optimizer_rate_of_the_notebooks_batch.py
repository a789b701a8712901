# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: divides_by_the_batch_size
# Its own step divides as sgd did, by the variable of the notebook.
class Mean(optim.Optimizer):
    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                p -= group["lr"] * p.grad / batch_size


def get_optimizer(net, lr):
    return Mean(net.parameters(), {"lr": lr})
