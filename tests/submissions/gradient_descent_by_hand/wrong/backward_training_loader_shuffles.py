# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_the_samples_at_random
# Has a loader with shuffle=True.
def backward_training(xs, ys, w, lr, epochs):
    dataset = torch.utils.data.TensorDataset(xs, ys)
    loader = torch.utils.data.DataLoader(dataset, batch_size=1, shuffle=True)
    costs = []
    for _ in range(epochs):
        for x, y in loader:
            ((x * w - y) ** 2).sum().backward()
            with torch.no_grad():
                w -= lr * w.grad
                w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
