# caught by: test_linreg_passes_gradients_on
# misconception: cuts_an_argument_off
# Uses .data of both parameters, which leaves the graph.
def linreg(X, w, b):
    return torch.mm(X, w.data) + b.data
