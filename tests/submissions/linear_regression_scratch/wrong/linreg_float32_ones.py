# caught by: test_linreg_keeps_the_dtype
# misconception: makes_float32_of_float64
# Appends a float32 column of ones and makes the weights fit that.
def linreg(X, w, b):
    ones = torch.ones(len(X), 1)
    X = torch.cat([X.to(ones.dtype), ones], dim=1)
    w = torch.cat([w, b.view(1, 1)]).type_as(ones)
    return X @ w
