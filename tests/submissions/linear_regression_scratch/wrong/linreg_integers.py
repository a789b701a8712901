# caught by: test_linreg_keeps_the_dtype
# Makes integers of the predictions.
def linreg(X, w, b):
    return (torch.mm(X, w) + b).int()
