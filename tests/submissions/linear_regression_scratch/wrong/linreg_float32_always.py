# caught by: test_linreg_keeps_the_dtype
# misconception: makes_float32_of_float64
# Makes float32 of everything.
def linreg(X, w, b):
    return torch.mm(X.float(), w.float()) + b.float()
