# caught by: test_linreg_computes_the_linear_model
# misconception: leaves_out_features
# Returns in the first round of the loop over the features.
def linreg(X, w, b):
    y = torch.zeros_like(X[:, :1]) + b
    for j in range(X.shape[1]):
        y = y + X[:, j:j + 1] * w[j]
        return y
