# caught by: test_LinearNet_flattens_its_input
# Flattens the caller's own tensor, in place.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        X.data = X.data.reshape(len(X), -1)
        return self.linear(X)
