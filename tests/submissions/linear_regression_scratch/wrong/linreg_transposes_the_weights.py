# caught by: test_linreg_computes_the_linear_model
# misconception: transposes_the_weights
# Transposes w, which already is a column.
def linreg(X, w, b):
    return torch.mm(X, w.t()) + b
