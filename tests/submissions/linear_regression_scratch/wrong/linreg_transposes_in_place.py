# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Turns the caller's weights with t_(), to suit F.linear.
import torch.nn.functional as F

def linreg(X, w, b):
    w.t_()
    return F.linear(X, w, b)
