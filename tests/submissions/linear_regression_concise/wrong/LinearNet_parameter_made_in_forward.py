# caught by: test_LinearNet_passes_gradients_on
# Registers a third parameter at the first call.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if not hasattr(self, "scale"):
            self.scale = nn.Parameter(torch.ones(()))
        return self.linear(X.flatten(1)) * self.scale
