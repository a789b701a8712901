# caught by: test_linreg_computes_the_linear_model
# misconception: adds_the_bias_several_times
# Adds the bias inside of the sum, once for every feature.
def linreg(X, w, b):
    y_hat = 0
    for j in range(X.shape[1]):
        y_hat = y_hat + X[:, j:j + 1] * w[j] + b
    return y_hat
