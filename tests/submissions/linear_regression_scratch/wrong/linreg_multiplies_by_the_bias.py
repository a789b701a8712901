# caught by: test_linreg_computes_the_linear_model
# misconception: subtracts_or_multiplies_the_bias
# Treats the bias as one more factor.
def linreg(X, w, b):
    return torch.mm(X, w) * b
