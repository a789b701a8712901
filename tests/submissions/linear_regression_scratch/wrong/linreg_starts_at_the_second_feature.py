# caught by: test_linreg_computes_the_linear_model
# misconception: leaves_out_features
# Counts the features from 1 and leaves the first one out.
def linreg(X, w, b):
    y = b.expand(len(X), 1)
    for j in range(1, X.shape[1]):
        y = y + X[:, j:j + 1] * w[j]
    return y
