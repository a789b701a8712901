# caught by: test_LinearNet_passes_gradients_on
# Cuts inputs of four axes off.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if X.dim() > 3:
            X = X.detach()
        return self.linear(X.flatten(1))
