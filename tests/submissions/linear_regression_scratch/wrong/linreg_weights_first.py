# caught by: test_linreg_computes_the_linear_model
# misconception: turns_the_product_round
# Multiplies in the wrong order.
def linreg(X, w, b):
    return torch.matmul(w, X) + b
