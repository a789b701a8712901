# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Shrinks the weights after every prediction, a weight decay out of place.
def linreg(X, w, b):
    y_hat = X @ w + b
    w.data = w.data * 0.99
    return y_hat
