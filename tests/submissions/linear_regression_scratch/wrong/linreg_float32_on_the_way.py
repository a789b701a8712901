# caught by: test_linreg_keeps_the_dtype
# misconception: loses_digits_on_the_way
# Computes in float32 and converts back, so that the dtype is right and the digits are lost.
def linreg(X, w, b):
    y = X.float() @ w.float() + b.float()
    return y.to(X.dtype)
