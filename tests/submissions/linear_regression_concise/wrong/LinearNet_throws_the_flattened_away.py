# caught by: test_LinearNet_flattens_its_input
# misconception: forgets_to_flatten
# Flattens, but goes on with the input as it was.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        X.view(X.shape[0], -1)
        return self.linear(X)
