# caught by: test_backward_training_steps_after_every_sample
# Keeps the optimiser of the first call, and its rate.
_optimizers = {}


def backward_training(xs, ys, w, lr, epochs):
    optimizer = _optimizers.setdefault(id(w), torch.optim.SGD([w], lr=lr))
    optimizer.param_groups[0]["params"] = [w]
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            ((x * w - y) ** 2).backward()
            optimizer.step()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
