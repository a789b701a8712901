# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_without_a_record
# Trains under no_grad, where backward has nothing to go through.
@torch.no_grad()
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = None
            b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
