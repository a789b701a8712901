# caught by: test_train_follows_gradient_descent
# misconception: stops_when_it_seems_good_enough
# Stops early when the loss rises.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    out = []
    for e in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
        if len(out) > 1 and out[-1] > out[-2]: break
    return out
