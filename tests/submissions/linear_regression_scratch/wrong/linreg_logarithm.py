# caught by: test_linreg_computes_the_linear_model
# Takes the logarithm of the prediction.
def linreg(X, w, b):
    return torch.log(X @ w + b)
