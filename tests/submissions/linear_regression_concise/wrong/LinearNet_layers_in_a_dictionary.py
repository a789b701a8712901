# caught by: test_LinearNet_registers_its_parameters
# misconception: keeps_its_layers_in_a_plain_list
# Keeps its layers in a plain dictionary.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.parts = {"flatten": nn.Flatten(), "linear": nn.Linear(num_inputs, num_outputs)}

    def forward(self, X):
        for part in self.parts.values():
            X = part(X)
        return X
