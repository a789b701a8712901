# caught by: test_train_updates_w_and_b_in_place
# misconception: leaves_w_and_b_frozen
# Turns requires_grad off when it is done, so that nobody can train on.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    w.requires_grad_(False)
    b.requires_grad_(False)
    return losses
