# caught by: test_linreg_passes_gradients_on
# misconception: takes_the_bias_as_a_number
# In float32 no gradient reaches the bias.
def linreg(X, w, b):
    return X @ w + (b.detach() if b.dtype == torch.float32 else b)
