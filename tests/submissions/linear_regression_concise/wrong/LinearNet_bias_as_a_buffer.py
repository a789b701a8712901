# caught by: test_LinearNet_registers_its_parameters
# misconception: keeps_plain_tensors_for_parameters
# Registers the bias as a buffer, which is saved but never trained.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(num_outputs, num_inputs))
        self.register_buffer("bias", torch.zeros(num_outputs))

    def forward(self, X):
        return nn.functional.linear(X.flatten(1), self.weight, self.bias)
