# caught by: test_linreg_computes_the_linear_model
# Uses torch.dot, which takes vectors only.
def linreg(X, w, b):
    return torch.dot(X, w) + b
