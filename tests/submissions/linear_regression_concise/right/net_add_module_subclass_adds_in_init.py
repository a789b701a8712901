class Regression(nn.Sequential):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.add_module("linear", nn.Linear(num_inputs, num_outputs))


def net_add_module(num_inputs):
    return Regression(num_inputs)
