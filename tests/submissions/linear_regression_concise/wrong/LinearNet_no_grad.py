# caught by: test_LinearNet_passes_gradients_on
# misconception: predicts_without_recording
# Computes the predictions without recording them.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    @torch.no_grad()
    def forward(self, X):
        return self.linear(X.flatten(1))
