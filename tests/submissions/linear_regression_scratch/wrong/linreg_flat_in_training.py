# caught by: test_linreg_passes_gradients_on
# The result is flat where w requires gradients and the features do not.
def linreg(X, w, b):
    y = X @ w + b
    return y.squeeze(1) if (w.requires_grad and not X.requires_grad) else y
