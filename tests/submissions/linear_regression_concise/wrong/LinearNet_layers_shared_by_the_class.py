# caught by: test_LinearNet_registers_its_parameters
# misconception: shares_a_layer_between_networks
# All networks of a size share one layer, kept on the class.
class LinearNet(nn.Module):
    made = {}

    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        key = num_inputs, num_outputs
        if key not in self.made:
            self.made[key] = nn.Linear(*key)
        self.linear = self.made[key]

    def forward(self, X):
        return self.linear(X.flatten(1))
