# caught by: test_linreg_computes_the_linear_model
# misconception: ends_in_an_activation
# Applies a sigmoid, which belongs to logistic regression.
def linreg(X, w, b):
    return torch.sigmoid(torch.mm(X, w) + b)
