# caught by: test_linreg_computes_the_linear_model
# misconception: sums_over_the_examples
# Averages the predictions over the batch.
def linreg(X, w, b):
    total = 0
    for row in X:
        total = total + row @ w + b
    return total / len(X)
