# caught by: test_train_follows_gradient_descent
# Forgets the loss between the prediction and the labels.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            (linreg(X, w, b))(y).sum().backward()
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
