# caught by: test_LinearNet_computes_the_linear_model
# Copies the weight at the first call and never looks again: later values of W do not count.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.wt = None

    def forward(self, X):
        if self.wt is None:
            self.wt = self.linear.weight.T.clone()
        return X.flatten(1) @ self.wt + self.linear.bias
