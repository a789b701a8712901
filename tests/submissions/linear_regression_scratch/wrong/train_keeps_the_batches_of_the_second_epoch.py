# caught by: test_train_takes_one_step_per_batch
# The batches of the second epoch come again in all later ones.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        if epoch < 2:
            kept = list(data_iter(batch_size, features, labels))
        for X, y in kept:
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
