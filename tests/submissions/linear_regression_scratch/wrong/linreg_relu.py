# caught by: test_linreg_computes_the_linear_model
# misconception: ends_in_an_activation
# Ends with a relu, as the layers of a deep net do.
def linreg(X, w, b):
    out = X @ w
    out = out + b
    return torch.relu(out)
