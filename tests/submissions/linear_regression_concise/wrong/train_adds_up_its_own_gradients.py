# caught by: test_train_follows_gradient_descent
# misconception: never_clears_the_gradients
# Asks autograd for the gradients and adds them to those that are there.
def train(net, loss, optimizer, data, num_epochs):
    history = []
    params = list(net.parameters())
    for p in params:
        p.grad = torch.zeros_like(p)
    while len(history) < num_epochs:
        for batch in data:
            l = loss(net(batch[0]), batch[1].view(-1, 1))
            for p, g in zip(params, torch.autograd.grad(l, params)):
                p.grad += g
            optimizer.step()
        with torch.no_grad():
            y_hat = torch.cat([net(X) for X, _ in data])
            history.append(loss(y_hat, torch.cat([y.view(-1, 1) for _, y in data])).item())
    return history
