# caught by: test_LinearNet_registers_its_parameters
# misconception: shares_a_layer_between_networks
# Networks of several outputs share their layer: "each network has parameters of its own".
many = {}

class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        layer = nn.Linear(num_inputs, num_outputs)
        if num_outputs > 1:
            layer = many.setdefault((num_inputs, num_outputs), layer)
        self.linear = layer

    def forward(self, X):
        return self.linear(X.flatten(1))
