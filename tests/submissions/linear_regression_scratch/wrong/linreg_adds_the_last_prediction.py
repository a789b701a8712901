# caught by: test_linreg_computes_the_linear_model
# Adds what the call before has returned.
_old = {}
def linreg(X, w, b):
    y = X @ w + b
    z = y + _old.get(y.shape, 0)
    _old[y.shape] = y.detach()
    return z
