# caught by: test_train_reaches_the_noise_floor
# Still has the line that ended each epoch after three batches to try things out.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for i, (X, y) in enumerate(data_iter(batch_size, features, labels)):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            if i == 2:
                break
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
