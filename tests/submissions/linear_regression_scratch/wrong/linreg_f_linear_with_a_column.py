# caught by: test_linreg_computes_the_linear_model
# misconception: transposes_the_weights
# Hands the column w to F.linear, which wants a row and transposes it.
import torch.nn.functional as F

def linreg(X, w, b):
    return F.linear(X, w, b)
