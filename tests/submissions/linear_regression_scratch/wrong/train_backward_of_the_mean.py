# caught by: test_train_follows_gradient_descent
# misconception: takes_the_mean_and_divides_again
# Takes the mean of the batch although sgd divides by the batch size again.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).mean()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad = None
            b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
