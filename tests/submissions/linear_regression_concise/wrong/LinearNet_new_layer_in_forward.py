# caught by: test_LinearNet_registers_its_parameters
# misconception: makes_its_layer_in_forward
# Makes a new layer in every call of forward.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.num_inputs, self.num_outputs = num_inputs, num_outputs

    def forward(self, X):
        return nn.Linear(self.num_inputs, self.num_outputs)(X.flatten(1))
