# caught by: test_LinearNet_registers_its_parameters
# misconception: keeps_plain_tensors_for_parameters
# Makes a parameter smaller, which gives a plain tensor.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(num_outputs, num_inputs)) * 0.01
        self.bias = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        return nn.functional.linear(X.flatten(1), self.weight, self.bias)
