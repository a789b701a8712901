import sys
import time


def train(w, b, features, labels, lr, num_epochs, batch_size):
    net, loss = linreg, squared_loss
    start, losses = time.time(), []
    for epoch in range(num_epochs):
        for i, (X, y) in enumerate(data_iter(batch_size, features, labels)):
            l = loss(net(X, w, b), y).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            print(f"\rbatch {i}: {l.item():.3f}", end="", file=sys.stderr)
        l = loss(net(features, w, b), labels).detach().cpu().numpy().mean()
        losses.append(float(l))
        print(f"epoch {epoch + 1}, loss {l:f}, {time.time() - start:.1f} sec")
    return losses
