# caught by: test_linreg_keeps_the_dtype
# misconception: makes_whole_numbers
# Makes integers of the predictions.
def linreg(X, w, b):
    return (torch.mm(X, w) + b).int()
