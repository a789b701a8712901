# caught by: test_backward_training_steps_after_every_sample
# Uses another optimiser.
def backward_training(xs, ys, w, lr, epochs):
    optimizer = torch.optim.Adam([w], lr=lr)
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            ((x * w - y) ** 2).sum().backward()
            optimizer.step()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
