# caught by: test_net_add_module_computes_the_linear_model
# No gradient reaches the bias.
class _L(nn.Linear):
    def forward(self, X):
        return X @ self.weight.t() + self.bias.detach()


def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", _L(num_inputs, 1))
    return net
