# caught by: test_LinearNet_computes_the_linear_model
# misconception: ignores_the_number_of_outputs
# Adds the same bias to all outputs.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(0.01 * torch.randn(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return X.flatten(1).mm(self.w) + self.b
