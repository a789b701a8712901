# caught by: test_LinearNet_computes_the_linear_model
# misconception: starts_flattening_one_axis_late
# Starts to flatten at axis 2.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.flatten = nn.Flatten(start_dim=2)
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(self.flatten(X))
