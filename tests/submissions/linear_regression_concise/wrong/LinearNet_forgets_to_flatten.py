# caught by: test_LinearNet_flattens_its_input
# misconception: forgets_to_flatten
# Works for rows of numbers and for nothing else.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X)
