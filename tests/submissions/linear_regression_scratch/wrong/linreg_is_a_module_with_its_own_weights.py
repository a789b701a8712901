# caught by: test_linreg_computes_the_linear_model
# misconception: later_edition
# Writes the class of a later edition, which keeps the parameters itself.
class linreg(torch.nn.Module):
    def __init__(self, num_inputs, lr, sigma=0.01):
        super().__init__()
        self.lr = lr
        self.w = torch.normal(0, sigma, (num_inputs, 1), requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)

    def forward(self, X):
        return torch.matmul(X, self.w) + self.b
