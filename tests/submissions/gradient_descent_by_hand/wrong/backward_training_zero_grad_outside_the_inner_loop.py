# caught by: test_backward_training_steps_after_every_sample
# misconception: clears_once_an_epoch
# Calls zero_grad() at the end of every epoch.
def backward_training(xs, ys, w, lr, epochs):
    optimizer, costs = torch.optim.SGD([w], lr), []
    for _ in range(epochs):
        for i in range(len(xs)):
            (xs[i] * w - ys[i]).square().sum().backward()
            optimizer.step()
        optimizer.zero_grad()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
