# caught by: test_LinearNet_computes_the_linear_model
# Views by the number of rows in the first call: "for any n from 1 up".
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.rows = None

    def forward(self, X):
        if self.rows is None:
            self.rows = len(X)
        return self.linear(X.view(self.rows, -1))
