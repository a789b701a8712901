class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        sizes = (num_inputs, num_outputs)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, X):
        out = X.flatten(start_dim=1)
        for layer in self.layers:
            out = layer(out)
        return out
