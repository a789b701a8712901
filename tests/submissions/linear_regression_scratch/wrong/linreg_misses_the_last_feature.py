# caught by: test_linreg_computes_the_linear_model
# misconception: leaves_out_features
# Stops the range over the features one too early.
def linreg(X, w, b):
    columns = [X[:, j] * w[j] for j in range(X.shape[1] - 1)]
    total = torch.zeros_like(X[:, 0])
    for column in columns:
        total = total + column
    return total[:, None] + b
