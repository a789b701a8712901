# caught by: test_LinearNet_computes_the_linear_model
# misconception: keeps_its_layers_in_a_mere_store
# Calls the list as if it were a chain.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.layers = nn.ModuleList([nn.Flatten(), nn.Linear(num_inputs, num_outputs)])

    def forward(self, X):
        return self.layers(X)
