class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super(LinearNet, self).__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    # forward defines the forward pass
    def forward(self, x):  # x shape: (batch, ...)
        y = self.linear(x.view(x.shape[0], -1))
        return y
