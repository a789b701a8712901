# caught by: test_linreg_keeps_the_dtype
# Computes in float32 and converts back, so that the dtype is right and the digits are lost.
def linreg(X, w, b):
    y = X.float() @ w.float() + b.float()
    return y.to(X.dtype)
