# caught by: test_LinearNet_passes_gradients_on
# misconception: cuts_the_input_or_a_parameter_off
# Multiplies by weight.data, which autograd cannot see.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return X.flatten(1) @ self.linear.weight.data.T + self.linear.bias
