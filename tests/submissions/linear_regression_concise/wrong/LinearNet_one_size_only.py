# caught by: test_LinearNet_computes_the_linear_model
# misconception: has_another_init
# Has one output and no parameter for another number.
class LinearNet(nn.Module):
    def __init__(self, num_inputs):
        super().__init__()
        self.linear = nn.Linear(num_inputs, 1)

    def forward(self, X):
        return self.linear(X.flatten(1))
