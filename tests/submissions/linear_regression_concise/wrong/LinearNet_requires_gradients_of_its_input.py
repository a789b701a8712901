# caught by: test_LinearNet_computes_the_linear_model
# Makes its input require gradients.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if X.is_leaf:
            X.requires_grad_(True)
        return self.linear(X.flatten(1))
