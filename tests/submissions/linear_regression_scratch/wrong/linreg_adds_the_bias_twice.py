# caught by: test_linreg_computes_the_linear_model
# misconception: adds_the_bias_several_times
# Adds the bias in addmm and once more after it.
def linreg(X, w, b):
    y_hat = torch.addmm(b, X, w)
    return y_hat + b
