# caught by: test_LinearNet_computes_the_linear_model
# misconception: forgets_the_bias
# Has a weight only.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(num_inputs, num_outputs))

    def forward(self, X):
        return X.flatten(1) @ self.weight
