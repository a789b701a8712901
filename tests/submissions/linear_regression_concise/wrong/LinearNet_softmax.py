# caught by: test_LinearNet_computes_the_linear_model
# misconception: ends_in_a_softmax
# Turns the outputs into probabilities.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return torch.softmax(self.linear(X.flatten(1)), dim=1)
