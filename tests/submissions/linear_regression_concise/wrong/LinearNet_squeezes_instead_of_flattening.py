# caught by: test_LinearNet_flattens_its_input
# misconception: forgets_to_flatten
# Squeezes, which helps only where all further axes have size one.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.fc = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        while X.dim() > 2 and X.shape[-1] == 1:
            X = X.squeeze(-1)
        return self.fc(X)
