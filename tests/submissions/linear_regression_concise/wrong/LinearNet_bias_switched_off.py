# caught by: test_LinearNet_computes_the_linear_model
# misconception: forgets_the_bias
# A layer without a bias.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(num_inputs, num_outputs, bias=False)

    def forward(self, X):
        return self.linear(self.flatten(X))
