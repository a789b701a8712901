class LinearNet(nn.Linear):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__(num_inputs, num_outputs)

    def forward(self, X):
        return super().forward(X.flatten(1))
