# caught by: test_linreg_leaves_its_arguments_alone
# Switches requires_grad on for its arguments.
def linreg(X, w, b):
    w.requires_grad_(True); b.requires_grad_(True)
    return X @ w + b
