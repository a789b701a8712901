def squared_loss(y_hat, y):
    pairs = zip(y_hat.unbind(), y.flatten().unbind())
    return torch.cat([(p - t).pow(2).div(2).view(1, 1) for p, t in pairs])
