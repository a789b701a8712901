class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.d, self.q = num_inputs, num_outputs
        self.layer = self._make()

    def _make(self):
        return nn.Linear(self.d, self.q, bias=True)

    def extra_repr(self):
        return f"{self.d} -> {self.q}"

    @staticmethod
    def _rows(X):
        n, *rest = X.shape
        return X.reshape(n, int(np.prod(rest)))

    def forward(self, X):
        return self.layer(self._rows(X))
