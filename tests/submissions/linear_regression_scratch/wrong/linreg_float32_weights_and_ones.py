# caught by: test_linreg_keeps_the_dtype
# misconception: mixes_two_dtypes
# Stacks weights and bias in torch.zeros, which is float32 and meets float64 features.
def linreg(X, w, b):
    theta = torch.zeros(len(w) + 1, 1)
    theta[:-1] = w
    theta[-1] = b
    A = torch.cat([X, torch.ones_like(X[:, :1])], dim=1)
    return A @ theta
