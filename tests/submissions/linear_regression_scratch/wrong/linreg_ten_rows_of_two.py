# caught by: test_linreg_computes_the_linear_model
# misconception: hard_codes_a_shape
# Brings every batch into the shape that the notebook's batches have.
def linreg(X, w, b):
    X = X.reshape(10, 2)
    return X.mm(w) + b
