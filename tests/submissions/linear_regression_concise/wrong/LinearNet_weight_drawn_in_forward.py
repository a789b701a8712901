# caught by: test_LinearNet_registers_its_parameters
# misconception: makes_a_new_layer_at_every_call
# Draws the weight when it is needed.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.shape = num_inputs, num_outputs

    def forward(self, X):
        w = nn.Parameter(0.01 * torch.randn(self.shape))
        b = nn.Parameter(torch.zeros(self.shape[1]))
        return torch.matmul(X.flatten(1), w) + b
