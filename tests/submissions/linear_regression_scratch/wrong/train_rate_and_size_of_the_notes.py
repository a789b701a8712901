# caught by: test_train_follows_gradient_descent
# misconception: uses_a_fixed_rate
# Steps with the rate and the batch size of the notes, by an optimiser of torch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    optimizer = torch.optim.SGD([w, b], lr=0.03 / 10)
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            optimizer.step()
            optimizer.zero_grad()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
