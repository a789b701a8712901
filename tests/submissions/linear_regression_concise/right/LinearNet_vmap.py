from torch.func import vmap

class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.W = nn.Parameter(torch.randn(num_outputs, num_inputs))
        self.b = nn.Parameter(torch.randn(num_outputs))

    def forward(self, X):
        return vmap(lambda x: self.W @ x.reshape(-1) + self.b)(X)
