# caught by: test_LinearNet_computes_the_linear_model
# misconception: has_another_init
# Cannot be made with the number of inputs alone.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
