# caught by: test_LinearNet_flattens_its_input
# Knows inputs of up to four axes: "X of shape (n, ...)".
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if X.dim() == 2:
            X = X[:, None]
        if X.dim() == 3:
            X = X[:, None]
        n, c, h, w = X.shape
        return self.linear(X.reshape(n, c * h * w))
