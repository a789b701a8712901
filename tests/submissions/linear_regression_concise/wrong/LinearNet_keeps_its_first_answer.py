# caught by: test_LinearNet_passes_gradients_on
# Remembers its answer for every shape.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.cache = {}

    def forward(self, X):
        if X.shape not in self.cache:
            self.cache[X.shape] = self.linear(X.flatten(1))
        return self.cache[X.shape]
