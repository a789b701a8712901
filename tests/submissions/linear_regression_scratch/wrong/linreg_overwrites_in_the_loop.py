# caught by: test_linreg_computes_the_linear_model
# misconception: counts_only_the_last_feature
# Assigns in the loop where it should add up, so that only the last feature counts.
def linreg(X, w, b):
    for j in range(len(w)):
        total = X[:, [j]] * w[j]
    return total + b
