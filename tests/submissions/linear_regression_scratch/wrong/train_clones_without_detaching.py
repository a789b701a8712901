# caught by: test_train_follows_gradient_descent
# misconception: rebinds_w_and_b
# Trains w.clone(), which is a result, so that its .grad stays None.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    w, b = w.clone(), b.clone()
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
