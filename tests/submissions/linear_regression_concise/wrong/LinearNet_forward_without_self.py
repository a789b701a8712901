# caught by: test_LinearNet_computes_the_linear_model
# misconception: gives_forward_one_parameter
# Leaves self out of the method.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(X):
        return self.linear(X.flatten(1))
