# caught by: test_LinearNet_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Counts the columns of the notebook's features.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(0.01 * torch.randn(features.shape[1], num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        return X.flatten(1) @ self.w + self.b
