# caught by: test_net_positional_is_sequential
# misconception: writes_a_class_instead_of_a_chain
# A model class, as later editions of the book write it.
class LinearRegression(nn.Module):
    def __init__(self, num_inputs):
        super().__init__()
        self.net = nn.Linear(num_inputs, 1)
        self.net.weight.data.normal_(0, 0.01)
        self.net.bias.data.fill_(0)

    def forward(self, X):
        return self.net(X)


def net_positional(num_inputs):
    return LinearRegression(num_inputs)
