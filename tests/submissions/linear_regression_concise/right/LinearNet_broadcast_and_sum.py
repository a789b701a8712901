class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(num_outputs, num_inputs))
        self.c = nn.Parameter(torch.ones(num_outputs))
        nn.init.kaiming_uniform_(self.W)

    def forward(self, X):
        Z = torch.stack([x.reshape(-1) for x in X])
        return (Z.unsqueeze(1) * self.W).sum(dim=2) + self.c
