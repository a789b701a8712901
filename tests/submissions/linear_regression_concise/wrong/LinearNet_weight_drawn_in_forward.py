# caught by: test_LinearNet_registers_its_parameters
# misconception: makes_its_layer_in_forward
# Draws the weight when it is needed.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.shape = num_inputs, num_outputs

    def forward(self, X):
        w = nn.Parameter(0.01 * torch.randn(self.shape))
        b = nn.Parameter(torch.zeros(self.shape[1]))
        return torch.matmul(X.flatten(1), w) + b
