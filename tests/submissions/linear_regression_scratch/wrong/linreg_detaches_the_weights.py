# caught by: test_linreg_passes_gradients_on
# misconception: cuts_an_argument_off
# Detaches the weights, so that only the bias can learn.
def linreg(X, w, b):
    return X @ w.detach() + b
