# caught by: test_LinearNet_passes_gradients_on
# misconception: takes_a_parameter_out_of_the_graph
# Multiplies by weight.data, which autograd cannot see.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return X.flatten(1) @ self.linear.weight.data.T + self.linear.bias
