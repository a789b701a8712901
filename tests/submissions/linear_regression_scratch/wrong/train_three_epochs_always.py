# caught by: test_train_follows_gradient_descent
# misconception: ignores_num_epochs
# Trains for three epochs, as in the notes.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(3):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
