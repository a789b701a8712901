# caught by: test_LinearNet_registers_its_parameters
# misconception: keeps_its_layers_in_a_plain_list
# Keeps its layer in a plain list, where no module looks for it.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.layers = [nn.Flatten(), nn.Linear(num_inputs, num_outputs)]

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X
