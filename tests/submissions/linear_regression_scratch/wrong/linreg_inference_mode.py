# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Decorates the model with inference_mode.
@torch.inference_mode()
def linreg(X, w, b):
    return X @ w + b
