# caught by: test_linreg_computes_the_linear_model
# misconception: draws_random_numbers
# Adds the noise of the data set to the prediction.
def linreg(X, w, b):
    y = torch.mm(X, w) + b
    return y + torch.tensor(np.random.normal(0, 0.01, size=tuple(y.shape)), dtype=y.dtype)
