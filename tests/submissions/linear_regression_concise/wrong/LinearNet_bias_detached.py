# caught by: test_LinearNet_passes_gradients_on
# misconception: cuts_the_input_or_a_parameter_off
# Adds a copy of the bias that is not in the graph.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        rows = [row.flatten() @ self.w + self.b.detach() for row in X]
        return torch.stack(rows)
