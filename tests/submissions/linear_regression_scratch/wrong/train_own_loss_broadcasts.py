# caught by: test_train_follows_gradient_descent
# misconception: compares_all_predictions_with_all_labels
# Writes the loss of a batch itself and forgets to make a column of the labels.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = ((linreg(X, w, b) - y) ** 2 / 2).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
