# caught by: test_LinearNet_computes_the_linear_model
# misconception: ignores_the_number_of_outputs
# A weight for each feature, as for a single output.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(0.01 * torch.randn(num_inputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        return (X.flatten(1) * self.w).sum(dim=1, keepdim=True) + self.b
