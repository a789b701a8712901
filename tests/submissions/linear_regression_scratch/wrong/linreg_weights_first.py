# caught by: test_linreg_computes_the_linear_model
# misconception: puts_the_weights_first
# Multiplies in the wrong order.
def linreg(X, w, b):
    return torch.matmul(w, X) + b
