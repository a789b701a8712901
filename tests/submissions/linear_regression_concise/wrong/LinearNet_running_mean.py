# caught by: test_LinearNet_passes_gradients_on
# Subtracts a mean that it updates at every call.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.register_buffer("mean", torch.zeros(num_inputs))

    def forward(self, X):
        X = X.flatten(1)
        y = self.linear(X - self.mean)
        with torch.no_grad():
            self.mean = 0.9 * self.mean + 0.1 * X.mean(0)
        return y
