# caught by: test_LinearNet_computes_the_linear_model
# misconception: forgets_self
# Uses the name of the layer alone.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return linear(X.flatten(1))
