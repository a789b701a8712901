def linreg(X, w, b):
    weights = w[:, 0]
    return torch.unsqueeze(torch.mv(X, weights), 1) + b.expand(len(X), 1)
