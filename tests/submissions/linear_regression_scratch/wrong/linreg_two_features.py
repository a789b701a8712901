# caught by: test_linreg_computes_the_linear_model
# misconception: takes_two_features_for_granted
# Takes the two features of the notebook for granted.
def linreg(X, w, b):
    y = X[:, 0] * w[0] + X[:, 1] * w[1] + b
    return y.view(-1, 1)
