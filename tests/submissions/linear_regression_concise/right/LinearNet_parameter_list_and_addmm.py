class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        w = torch.normal(0, 0.01, (num_inputs, num_outputs))
        self.params = nn.ParameterList([nn.Parameter(w), nn.Parameter(torch.zeros(num_outputs))])

    def forward(self, X):
        w, b = self.params
        return torch.addmm(b, X.flatten(1), w)
