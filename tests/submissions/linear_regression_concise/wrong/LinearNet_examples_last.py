# caught by: test_LinearNet_flattens_its_input
# Reshapes to columns of examples and transposes, which mixes the examples.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.reshape(-1, X.shape[0]).T)
