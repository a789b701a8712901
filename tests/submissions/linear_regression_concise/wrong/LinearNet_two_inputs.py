# caught by: test_LinearNet_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Has the notebook's two features written into it.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(2, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
