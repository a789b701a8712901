class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.net = nn.Sequential(OrderedDict(
            flatten=nn.Flatten(),
            linear=nn.Linear(num_inputs, num_outputs),
        ))

    def forward(self, X):
        return self.net(X)
