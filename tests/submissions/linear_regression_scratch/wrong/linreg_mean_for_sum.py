# caught by: test_linreg_computes_the_linear_model
# misconception: takes_the_mean_over_the_features
# Takes the mean of the weighted features where their sum belongs.
def linreg(X, w, b):
    return torch.mean(X * w.reshape(1, -1), dim=1, keepdim=True) + b
