# caught by: test_train_uses_what_it_is_given
# Goes through the loader once: "each epoch is one pass over data", and a shuffled loader has a new order each time.
def train(net, loss, optimizer, data, num_epochs):
    batches = [(X, y.reshape(-1, 1)) for X, y in data]
    losses = []
    for _ in range(num_epochs):
        for X, y in batches:
            optimizer.zero_grad()
            loss(net(X), y).backward()
            optimizer.step()
        with torch.no_grad():
            total = sum(loss(net(X), y).item() * len(y) for X, y in batches)
        losses.append(total / sum(len(y) for _, y in batches))
    return losses
