# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Results in float32 are detached.
def linreg(X, w, b):
    y = X @ w + b
    return y if X.dtype == torch.float64 else y.detach()
