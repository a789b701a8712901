def linreg(X, w, b):
    y = b.repeat(X.size(0), 1)
    for j in range(X.size(1)):
        y = torch.addcmul(y, X[:, j : j + 1], w[j])
    return y
