def train(net, loss, optimizer, data, num_epochs):
    kept = []
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        handle = net.register_forward_hook(lambda m, i, out: kept.append(out.detach()))
        with torch.no_grad():
            labels = [(net(X), y.reshape(-1, 1))[1] for X, y in data]
        handle.remove()
        losses.append(loss(torch.cat(kept), torch.cat(labels)).item())
        kept.clear()
    return losses
