# caught by: test_train_follows_gradient_descent
# Insists that batch_size is at most n.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    assert batch_size <= len(features)
    out = []
    for e in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return out
