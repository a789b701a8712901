def squared_loss(y_hat, y):
    return torch.stack([torch.dist(a, b).square() / 2 for a, b in zip(y_hat, y.reshape(-1, 1))]).reshape(-1, 1)
