# caught by: test_linreg_computes_the_linear_model
# misconception: returns_nothing
# Prints the prediction and returns nothing.
def linreg(X, w, b):
    print(torch.mm(X, w) + b)
