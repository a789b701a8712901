# caught by: test_linreg_computes_the_linear_model
# misconception: uses_a_product_of_vectors
# Uses torch.dot, which takes vectors only.
def linreg(X, w, b):
    return torch.dot(X, w) + b
