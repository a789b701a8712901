# caught by: test_LinearNet_computes_the_linear_model
# misconception: flattens_the_examples_too
# Makes a single row of the whole batch.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.view(1, -1))
