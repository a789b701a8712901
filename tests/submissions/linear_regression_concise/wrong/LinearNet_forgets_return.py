# caught by: test_LinearNet_computes_the_linear_model
# misconception: forward_forgets_return
# Its forward computes and returns nothing.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        y_hat = self.linear(X.flatten(1))
