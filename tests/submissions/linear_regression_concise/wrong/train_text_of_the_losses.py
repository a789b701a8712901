# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: returns_no_plain_numbers
# Formats the losses as it would print them.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(f"epoch {epoch + 1}: {s / sum(len(y) for _, y in data):.6f}")
    return losses
