# caught by: test_LinearNet_registers_its_parameters
# misconception: chains_two_linear_layers
# Puts a second linear layer behind the first.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.hidden = nn.Linear(num_inputs, 8)
        self.output = nn.Linear(8, num_outputs)

    def forward(self, X):
        return self.output(self.hidden(X.flatten(1)))
