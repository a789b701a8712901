# caught by: test_train_follows_gradient_descent
# misconception: never_divides_by_batch_size
# Steps by hand with the gradient of a sum.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            gradients = torch.autograd.grad(squared_loss(linreg(X, w, b), y).sum(), (w, b))
            with torch.no_grad():
                for p, g in zip((w, b), gradients):
                    p -= lr * g
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
