# caught by: test_LinearNet_computes_the_linear_model
# misconception: ends_in_an_activation
# Ends in a sigmoid, written out.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        z = torch.einsum("ni,io->no", X.flatten(1), self.w) + self.b
        return 1 / (1 + torch.exp(-z))
