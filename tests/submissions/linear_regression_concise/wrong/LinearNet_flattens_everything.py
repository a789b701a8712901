# caught by: test_LinearNet_computes_the_linear_model
# misconception: flattens_the_examples_too
# Flattens from the first axis on, so that one example is left.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten())
