# caught by: test_linreg_keeps_the_dtype
# Makes float32 of everything.
def linreg(X, w, b):
    return torch.mm(X.float(), w.float()) + b.float()
