# caught by: test_LinearNet_computes_the_linear_model
# An activation takes no sizes.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.act = nn.Sigmoid(num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
