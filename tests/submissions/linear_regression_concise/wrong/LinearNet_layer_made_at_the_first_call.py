# caught by: test_LinearNet_registers_its_parameters
# misconception: makes_its_layer_in_forward
# Makes its layer when it first sees data, too late for an optimiser.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.num_outputs = num_outputs
        self.linear = None

    def forward(self, X):
        X = X.flatten(1)
        if self.linear is None:
            self.linear = nn.Linear(X.shape[1], self.num_outputs)
        return self.linear(X)
