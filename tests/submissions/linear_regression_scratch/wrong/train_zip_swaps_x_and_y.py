# caught by: test_train_follows_gradient_descent
# misconception: swaps_features_and_labels
# Unpacks a batch by its indices, the wrong way round.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for batch in data_iter(batch_size, features, labels):
            loss = squared_loss(linreg(batch[1], w, b), batch[0])
            loss.sum().backward()
            sgd([w, b], lr, len(batch[0]))
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
