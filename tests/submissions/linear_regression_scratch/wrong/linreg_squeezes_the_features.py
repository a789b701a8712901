# caught by: test_linreg_computes_the_linear_model
# Squeezes X first, which drops the examples, or the features, if there is one only.
def linreg(X, w, b):
    X = torch.squeeze(X)
    return torch.matmul(X, w) + b
