# caught by: test_linreg_computes_the_linear_model
# misconception: returns_a_list
# Returns a list with a tensor for every example.
def linreg(X, w, b):
    y_hat = []
    for x in X:
        y_hat.append(torch.matmul(x, w) + b)
    return y_hat
