# caught by: test_linreg_computes_the_linear_model
# misconception: never_adds_up_the_products
# Weighs every feature but does not add them up.
def linreg(X, w, b):
    return X * w.view(-1) + b
