# caught by: test_LinearNet_computes_the_linear_model
# Has one parameter too many, which scales the predictions.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, X):
        return self.scale * self.linear(X.flatten(1))
