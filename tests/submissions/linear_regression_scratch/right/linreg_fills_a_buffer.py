def linreg(X, w, b):
    n = len(X)
    out = X.new_empty((n, 1))
    for i in range(n):
        out[i] = X[i] @ w + b
    return out
