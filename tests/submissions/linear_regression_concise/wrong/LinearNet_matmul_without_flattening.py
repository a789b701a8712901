# caught by: test_LinearNet_flattens_its_input
# misconception: forgets_to_flatten
# Multiplies the input as it is.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        return torch.matmul(X, self.w) + self.b
