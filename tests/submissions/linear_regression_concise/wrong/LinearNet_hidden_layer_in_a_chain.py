# caught by: test_LinearNet_registers_its_parameters
# misconception: chains_two_linear_layers
# A chain with a hidden layer and a ReLU.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.net = nn.Sequential(
            nn.Flatten(), nn.Linear(num_inputs, 16), nn.ReLU(), nn.Linear(16, num_outputs)
        )

    def forward(self, X):
        return self.net(X)
