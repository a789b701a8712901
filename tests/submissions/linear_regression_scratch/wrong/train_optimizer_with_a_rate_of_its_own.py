# caught by: test_train_follows_gradient_descent
# misconception: uses_a_fixed_rate
# Lets an optimiser of torch make the steps, at a rate of 0.03.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    optimizer = torch.optim.SGD([w, b], lr=0.03)
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            optimizer.zero_grad()
            (squared_loss(linreg(X, w, b), y).sum() / batch_size).backward()
            optimizer.step()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
