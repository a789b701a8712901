# caught by: test_linreg_computes_the_linear_model
# Takes the mean of the weighted features where their sum belongs.
def linreg(X, w, b):
    return torch.mean(X * w.reshape(1, -1), dim=1, keepdim=True) + b
