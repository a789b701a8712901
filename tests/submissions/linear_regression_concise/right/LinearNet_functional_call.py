class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        layer = nn.Linear(num_inputs, num_outputs)
        self.weight, self.bias = layer.weight, layer.bias
        self.__dict__["template"] = nn.Linear(num_inputs, num_outputs, device="meta")

    def forward(self, X):
        return torch.func.functional_call(self.template, dict(self.named_parameters()), (X.flatten(1),))
