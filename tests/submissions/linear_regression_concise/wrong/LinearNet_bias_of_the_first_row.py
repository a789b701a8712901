# caught by: test_LinearNet_passes_gradients_on
# Gradients reach the bias from the first row only.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        X = X.flatten(1)
        return torch.stack([x @ self.w + (self.b if i == 0 else self.b.detach()) for i, x in enumerate(X)])
