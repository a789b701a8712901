# caught by: test_LinearNet_passes_gradients_on
# Gives predictions without a graph in evaluation mode.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if self.training:
            return self.linear(X.flatten(1))
        with torch.no_grad():
            return self.linear(X.flatten(1))
