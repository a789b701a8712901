# caught by: test_LinearNet_computes_the_linear_model
# misconception: swaps_inputs_and_outputs
# Gives the layer the number of outputs first.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_outputs, num_inputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
