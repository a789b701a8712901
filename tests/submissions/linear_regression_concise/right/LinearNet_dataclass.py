from dataclasses import dataclass

@dataclass(eq=False)
class LinearNet(nn.Module):
    num_inputs: int
    num_outputs: int = 1

    def __post_init__(self):
        super().__init__()
        self.layer = nn.Linear(self.num_inputs, self.num_outputs)

    def forward(self, X):
        return self.layer(X.flatten(1))
