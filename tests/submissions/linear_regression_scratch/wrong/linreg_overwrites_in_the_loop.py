# caught by: test_linreg_computes_the_linear_model
# misconception: leaves_out_features
# Assigns in the loop where it should add up, so that only the last feature counts.
def linreg(X, w, b):
    for j in range(len(w)):
        total = X[:, [j]] * w[j]
    return total + b
