# caught by: test_net_add_module_is_sequential
# misconception: writes_a_class_instead_of_a_chain
# Wraps the layer in a module that is no Sequential.
class Net(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.add_module("linear", nn.Linear(d, 1))

    def forward(self, X):
        return self.linear(X)


def net_add_module(num_inputs):
    return Net(num_inputs)
