# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Records only where the features require gradients.
def linreg(X, w, b):
    if X.requires_grad:
        return X @ w + b
    with torch.no_grad():
        return X @ w + b
