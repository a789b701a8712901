# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_half_the_gradient
# Takes the loss of the book, which has a half in front.
def backward_training(xs, ys, w, lr, epochs):
    def squared_loss(y_hat, y):
        return (y_hat - y) ** 2 / 2

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            squared_loss(x * w, y).sum().backward()
            with torch.no_grad():
                w -= lr * w.grad
                w.grad.zero_()
        costs.append(2 * squared_loss(xs * w, ys).mean().item())
    return costs
