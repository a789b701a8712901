# caught by: test_linreg_computes_the_linear_model
# misconception: ignores_w_and_b
# Makes a layer once, next to the function, and never looks at w and b.
layer = torch.nn.Linear(2, 1)

def linreg(X, w, b):
    return layer(X)
