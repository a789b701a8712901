# caught by: test_LinearNet_passes_gradients_on
# misconception: cuts_the_input_or_a_parameter_off
# Copies pictures number by number, out of the graph.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if X.dim() > 2:
            X = torch.tensor(X.tolist(), dtype=X.dtype).flatten(1)
        return self.linear(X)
