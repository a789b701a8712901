# caught by: test_linreg_computes_the_linear_model
# misconception: draws_random_numbers
# Overwrites w and b with new starting values.
def linreg(X, w, b):
    w = torch.normal(0, 0.01, size=(X.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    return X @ w + b
