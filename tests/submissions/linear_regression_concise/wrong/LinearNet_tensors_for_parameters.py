# caught by: test_LinearNet_registers_its_parameters
# misconception: keeps_plain_tensors_for_parameters
# Uses tensors that require gradients, but are no parameters.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = torch.normal(0, 0.01, (num_inputs, num_outputs), requires_grad=True)
        self.b = torch.zeros(num_outputs, requires_grad=True)

    def forward(self, X):
        return X.flatten(1) @ self.w + self.b
