# caught by: test_LinearNet_computes_the_linear_model
# misconception: forgets_self
# Forgets self in front of the layer it makes.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
