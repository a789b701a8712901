# caught by: test_linreg_computes_the_linear_model
# misconception: multiplies_entry_by_entry
# Weighs every feature but does not add them up.
def linreg(X, w, b):
    return X * w.view(-1) + b
