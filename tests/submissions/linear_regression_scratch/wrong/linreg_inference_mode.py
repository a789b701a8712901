# caught by: test_linreg_passes_gradients_on
# Decorates the model with inference_mode.
@torch.inference_mode()
def linreg(X, w, b):
    return X @ w + b
