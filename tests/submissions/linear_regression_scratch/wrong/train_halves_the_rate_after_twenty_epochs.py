# caught by: test_train_reaches_the_noise_floor
# The rate is halved after 20 epochs.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        if epoch == 20: lr /= 2
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
