# caught by: test_linreg_computes_the_linear_model
# misconception: returns_nothing
# Assigns the prediction to a global and forgets to return it.
y_hat = None

def linreg(X, w, b):
    global y_hat
    y_hat = torch.mm(X, w) + b
