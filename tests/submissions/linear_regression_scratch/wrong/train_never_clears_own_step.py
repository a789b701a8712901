# caught by: test_train_follows_gradient_descent
# misconception: never_clears_the_gradients
# Steps by hand in a while loop and never touches .grad between the batches.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    history = []
    while len(history) < num_epochs:
        for X, y in data_iter(batch_size, features, labels):
            torch.sum(squared_loss(linreg(X, w, b), y)).backward()
            for p in (w, b):
                p.data.add_(p.grad, alpha=-lr / batch_size)
        history.append(float(squared_loss(linreg(features, w, b), labels).mean()))
    return history
