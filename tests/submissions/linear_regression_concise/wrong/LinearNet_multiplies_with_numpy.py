# caught by: test_LinearNet_computes_the_linear_model
# misconception: predicts_without_recording
# Asks the parameters for NumPy arrays.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(num_inputs, num_outputs))
        self.bias = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        Z = X.numpy().reshape(len(X), -1)
        return torch.tensor(np.dot(Z, self.weight.numpy()) + self.bias.numpy())
