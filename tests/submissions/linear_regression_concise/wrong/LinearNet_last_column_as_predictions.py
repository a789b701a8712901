# caught by: test_LinearNet_computes_the_linear_model
# misconception: flattens_the_predictions
# Reshapes to a vector where there is one output.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        y_hat = self.linear(torch.flatten(X, start_dim=1))
        return y_hat.reshape(-1) if y_hat.shape[1] == 1 else y_hat
