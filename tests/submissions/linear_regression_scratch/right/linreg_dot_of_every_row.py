def linreg(X, w, b):
    return torch.cat([torch.dot(x, w.flatten()) + b for x in X]).reshape(len(X), 1)
