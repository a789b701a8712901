# caught by: test_linreg_computes_the_linear_model
# misconception: draws_random_numbers
# Makes a new layer with random weights of its own and never uses w and b.
from torch import nn

def linreg(X, w, b):
    net = nn.Linear(X.shape[1], 1)
    return net(X)
