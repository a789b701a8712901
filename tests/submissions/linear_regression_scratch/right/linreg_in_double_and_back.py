def linreg(X, w, b):
    exact = X.double() @ w.double() + b.double()
    return exact.to(X.dtype)
