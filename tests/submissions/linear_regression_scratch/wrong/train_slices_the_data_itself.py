# caught by: test_train_takes_one_step_per_batch
# Cuts the batches from features and labels, without data_iter and without a shuffle.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for i in range(0, len(features), batch_size):
            X, y = features[i:i + batch_size], labels[i:i + batch_size]
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
