# caught by: test_linreg_computes_the_linear_model
# misconception: multiplies_entry_by_entry
# Multiplies X with the column w entry by entry before the sum, which fits no batch.
def linreg(X, w, b):
    return torch.sum(torch.mul(X, w), dim=1, keepdim=True) + b
