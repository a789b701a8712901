# caught by: test_train_takes_one_step_per_batch
# misconception: moves_once_an_epoch
# Does without data_iter and takes one step with all rows in each epoch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        squared_loss(linreg(features, w, b), labels).sum().backward()
        sgd([w, b], lr, len(features))
        w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
