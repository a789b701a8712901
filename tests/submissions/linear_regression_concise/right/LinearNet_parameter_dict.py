class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.p = nn.ParameterDict({"W": torch.rand(num_outputs, num_inputs) - 0.5, "b": torch.rand(num_outputs)})

    def forward(self, X):
        Z = X.flatten(1)
        return Z.matmul(self.p["W"].t()).add(self.p["b"])
