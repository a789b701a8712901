from torch.utils.checkpoint import checkpoint
def linreg(X, w, b):
    return checkpoint(lambda X, w, b: X @ w + b, X, w, b, use_reentrant=False)
