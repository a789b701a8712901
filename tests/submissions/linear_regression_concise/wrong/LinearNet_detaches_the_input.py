# caught by: test_LinearNet_passes_gradients_on
# misconception: cuts_the_input_or_a_parameter_off
# Takes the data out of the input, so that no gradient gets back to it.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.data.flatten(1))
