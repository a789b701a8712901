# caught by: test_linreg_computes_the_linear_model
# misconception: mixes_two_dtypes
# Makes a layer once, next to the function, and never looks at w and b.
layer = torch.nn.Linear(2, 1)

def linreg(X, w, b):
    return layer(X)
