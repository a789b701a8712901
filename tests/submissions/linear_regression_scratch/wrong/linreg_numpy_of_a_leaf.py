# caught by: test_linreg_passes_gradients_on
# misconception: leaves_torch_for_numpy
# Hands tensors that require gradients to NumPy, which raises an error.
def linreg(X, w, b):
    return torch.from_numpy(X.numpy() @ w.numpy() + b.numpy())
