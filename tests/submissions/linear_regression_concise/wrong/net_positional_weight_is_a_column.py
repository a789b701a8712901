# caught by: test_net_positional_computes_the_linear_model
# The weight is (d, 1): "W has shape (1, num_inputs)"; only LinearNet may store it the other way.
class Affine(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(d, 1))
        self.bias = nn.Parameter(torch.zeros(1))
    def forward(self, X):
        return X @ self.weight + self.bias

def net_positional(num_inputs):
    return nn.Sequential(Affine(num_inputs))
