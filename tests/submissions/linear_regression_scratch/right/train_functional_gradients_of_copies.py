def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            # gradients are taken on copies and handed to the parameters afterwards
            u, c = (p.detach().clone().requires_grad_() for p in (w, b))
            squared_loss(linreg(X, u, c), y).sum().backward()
            w.grad, b.grad = u.grad, c.grad
            sgd([w, b], lr, batch_size)
        losses.append(torch.mean(squared_loss(linreg(features, w, b), labels)).tolist())
    return losses
