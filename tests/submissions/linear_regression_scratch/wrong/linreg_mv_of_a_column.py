# caught by: test_linreg_computes_the_linear_model
# misconception: uses_a_product_of_vectors
# Uses mv, which wants a vector, with the column w.
def linreg(X, w, b):
    return torch.mv(X, w).reshape(-1, 1) + b
