# caught by: test_linreg_passes_gradients_on
# misconception: takes_the_bias_as_a_number
# Prepares a column of biases while autograd is switched off.
def linreg(X, w, b):
    with torch.no_grad():
        column = b.repeat(X.shape[0], 1)
    return torch.addmm(column, X, w)
