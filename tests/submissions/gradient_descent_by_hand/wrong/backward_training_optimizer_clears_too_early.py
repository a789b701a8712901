# caught by: test_backward_training_steps_after_every_sample
# misconception: never_moves_the_weight
# Calls zero_grad() between backward() and step().
def backward_training(xs, ys, w, lr, epochs):
    optimizer = torch.optim.SGD([w], lr=lr)
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            (x * w - y).square().backward()
            optimizer.zero_grad()
            optimizer.step()
        costs.append((xs * w - ys).square().mean().item())
    return costs
