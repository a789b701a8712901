# caught by: test_LinearNet_computes_the_linear_model
# misconception: ends_in_a_softmax
# Logarithms of probabilities.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.net = nn.Sequential(
            nn.Flatten(), nn.Linear(num_inputs, num_outputs), nn.LogSoftmax(dim=1)
        )

    def forward(self, X):
        return self.net(X)
