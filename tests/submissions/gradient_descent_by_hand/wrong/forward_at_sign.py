# caught by: test_forward_multiplies_x_by_w
# misconception: expects_arrays
# The operator for matrices.
def forward(X, w):
    return X @ w
