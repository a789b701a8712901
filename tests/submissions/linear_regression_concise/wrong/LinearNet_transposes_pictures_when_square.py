# caught by: test_LinearNet_flattens_its_input
# Turns square pictures: "Z … is X flattened from the second axis on".
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        if X.dim() > 2 and X.shape[-1] == X.shape[-2]:
            X = X.mT
        return self.linear(X.flatten(1))
