# caught by: test_linreg_computes_the_linear_model
# misconception: later_edition
# Writes the forward method of a later edition, with self in front.
def linreg(self, X):
    return torch.matmul(X, self.w) + self.b
