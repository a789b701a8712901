# caught by: test_LinearNet_passes_gradients_on
# misconception: predicts_without_recording
# Computes with NumPy.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        W, b = self.linear.weight.detach().cpu().numpy(), self.linear.bias.detach().cpu().numpy()
        Z = X.detach().cpu().numpy().reshape(len(X), -1)
        return torch.from_numpy(Z @ W.T + b).to(X.device)
