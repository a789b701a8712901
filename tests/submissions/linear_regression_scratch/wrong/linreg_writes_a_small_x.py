# caught by: test_linreg_computes_the_linear_model
# misconception: misspells_a_parameter
# Calls the features x in the first line and X below it.
def linreg(x, w, b):
    y_hat = torch.matmul(X, w)
    return y_hat + b
