# caught by: test_linreg_keeps_the_dtype
# Makes float64 of everything.
def linreg(X, w, b):
    return torch.mm(X.double(), w.double()) + b.double()
