# caught by: test_linreg_keeps_the_dtype
# misconception: makes_float64_of_float32
# Makes float64 of everything.
def linreg(X, w, b):
    return torch.mm(X.double(), w.double()) + b.double()
