# caught by: test_linreg_computes_the_linear_model
# misconception: forgets_the_bias
# Adds up the products of every row in a loop and stops there.
def linreg(X, w, b):
    rows = []
    for x in X:
        rows.append(sum(x_j * w_j for x_j, w_j in zip(x, w)))
    return torch.stack(rows)
