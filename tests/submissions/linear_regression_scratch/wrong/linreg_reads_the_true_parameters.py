# caught by: test_linreg_computes_the_linear_model
# misconception: reads_the_notebooks_variables
# Predicts with the notebook's true_w and true_b in place of the parameters.
true_w = [2, -3.4]
true_b = 4.2

def linreg(X, w, b):
    return X @ torch.tensor(true_w).view(-1, 1) + true_b
