class Init:
    def __init__(self, std):
        self.std = std
    def __call__(self, net):
        if isinstance(net, nn.Linear):
            nn.init.normal_(net.weight, 0.0, self.std)
            nn.init.zeros_(net.bias)

init_params = Init(0.01)
