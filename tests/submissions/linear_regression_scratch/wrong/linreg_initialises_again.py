# caught by: test_linreg_leaves_its_arguments_alone
# misconception: draws_random_numbers
# Sets the weights and the bias to new starting values at every call.
def linreg(X, w, b):
    w.data.normal_(0, 0.01)
    b.data.zero_()
    return torch.mm(X, w) + b
