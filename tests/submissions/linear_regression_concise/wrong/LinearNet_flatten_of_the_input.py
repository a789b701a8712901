# caught by: test_LinearNet_computes_the_linear_model
# misconception: makes_a_layer_instead_of_flattening
# Passes the input to the class Flatten.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(nn.Flatten(X))
