# caught by: test_linreg_computes_the_linear_model
# misconception: returns_a_tuple
# Leaves a comma behind and returns a tuple of one tensor.
def linreg(X, w, b):
    return torch.mm(X, w) + b,
