# caught by: test_LinearNet_passes_gradients_on
# misconception: freezes_the_parameters
# Its bias does not require gradients.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.linear.bias.requires_grad = False
        nn.init.zeros_(self.linear.bias)

    def forward(self, X):
        return self.linear(X.flatten(1))
