def linreg(X, w, b):
    y_hat = X.matmul(w)
    y_hat += b  # in place on our own result only
    return y_hat
