# caught by: test_linreg_computes_the_linear_model
# misconception: makes_one_number_of_many
# Takes the prediction out with item(), which works for a single example only.
def linreg(X, w, b):
    y = torch.mm(X, w) + b
    return torch.tensor([[y.item()]])
