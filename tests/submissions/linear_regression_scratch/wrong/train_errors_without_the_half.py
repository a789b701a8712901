# caught by: test_train_follows_gradient_descent
# misconception: trains_on_unhalved_errors
# Takes squared errors for the loss, without the half, in the steps.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            torch.nn.functional.mse_loss(
                linreg(X, w, b), y.reshape(-1, 1), reduction="sum"
            ).backward()
            sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
