# caught by: test_linreg_leaves_its_arguments_alone
# Clears the gradients of the parameters, which are not its own.
def linreg(X, w, b):
    w.grad = None; b.grad = None
    return X @ w + b
