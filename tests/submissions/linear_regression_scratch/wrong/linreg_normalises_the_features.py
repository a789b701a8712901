# caught by: test_linreg_computes_the_linear_model
# Standardises the features of the batch first.
def linreg(X, w, b):
    X = (X - X.mean(dim=0)) / (X.std(dim=0, unbiased=False) + 1e-8)
    return X @ w + b
