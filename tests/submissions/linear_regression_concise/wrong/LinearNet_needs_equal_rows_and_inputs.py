# caught by: test_LinearNet_computes_the_linear_model
# Turns X where it is square: it does not map X to Z W^T + b.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.num_inputs = num_inputs

    def forward(self, X):
        if X.shape[0] == self.num_inputs:
            X = X.T
        return self.linear(X.flatten(1))
