# caught by: test_LinearNet_computes_the_linear_model
# misconception: ignores_the_number_of_outputs
# Takes num_outputs and does not use it.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, 1)

    def forward(self, X):
        return self.linear(X.flatten(1))
