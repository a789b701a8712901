class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.W = nn.Parameter(torch.randn(num_outputs, num_inputs))
        self.b = nn.Parameter(torch.randn(num_outputs))

    def forward(self, X):
        return nn.functional.conv1d(X.flatten(1)[:, :, None], self.W[:, :, None], self.b)[:, :, 0]
