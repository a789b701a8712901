# caught by: test_LinearNet_computes_the_linear_model
# A softmax in evaluation mode: it does not map X to Z W^T + b.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        y = self.linear(X.flatten(1))
        return y if self.training else torch.softmax(y, 1)
