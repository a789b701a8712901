# caught by: test_linreg_keeps_the_dtype
# Computes in bfloat16 to be fast.
def linreg(X, w, b):
    return X.bfloat16() @ w.bfloat16() + b.bfloat16()
