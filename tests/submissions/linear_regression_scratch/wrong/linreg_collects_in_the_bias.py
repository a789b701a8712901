# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place; cuts_an_argument_off
# Makes the caller's bias as long as the batch and adds the products to that.
def linreg(X, w, b):
    b.data = b.data.repeat(len(X), 1)
    b.data += torch.mm(X, w).data
    return b
