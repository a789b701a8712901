# caught by: test_linreg_computes_the_linear_model
# misconception: reads_the_notebooks_variables
# Names its parameters otherwise than it uses them and so reads the notebook's w and b.
w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)

def linreg(X, weight, bias):
    return torch.mm(X, w) + b
