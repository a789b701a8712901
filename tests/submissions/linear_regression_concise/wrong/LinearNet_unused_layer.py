# caught by: test_LinearNet_registers_its_parameters
# Makes a layer that forward never uses.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.linear2 = nn.Linear(num_outputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
