# caught by: test_LinearNet_passes_gradients_on
# misconception: takes_a_parameter_out_of_the_graph
# Adds a copy of the bias that is not in the graph.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(num_inputs, num_outputs))
        self.b = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        rows = [row.flatten() @ self.w + self.b.detach() for row in X]
        return torch.stack(rows)
