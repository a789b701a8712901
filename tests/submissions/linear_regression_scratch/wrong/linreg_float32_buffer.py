# caught by: test_linreg_keeps_the_dtype
# misconception: makes_float32_of_float64
# Collects the predictions in torch.zeros, which is float32.
def linreg(X, w, b):
    y = torch.zeros(X.shape[0], 1)
    for i in range(X.shape[0]):
        y[i] = X[i] @ w + b
    return y
