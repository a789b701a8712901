# caught by: test_backward_training_steps_after_every_sample
# misconception: never_clears_the_gradient
# Forgets zero_grad().
def backward_training(xs, ys, w, lr, epochs):
    optimizer = torch.optim.SGD([w], lr=lr)
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            torch.nn.functional.mse_loss(x * w, y.reshape(1)).backward()
            optimizer.step()
        costs.append(torch.nn.functional.mse_loss(xs * w, ys).item())
    return costs
