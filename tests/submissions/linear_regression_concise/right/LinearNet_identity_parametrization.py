import torch.nn.utils.parametrize as P

class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        P.register_parametrization(self.linear, "weight", nn.Identity())

    def forward(self, X):
        return self.linear(X.flatten(1))
