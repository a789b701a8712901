# caught by: test_net_positional_computes_the_linear_model
# The layer uses copies of its parameters that no gradient reaches.
class _I(nn.Linear):
    def forward(self, X):
        return X @ self.weight.detach().t() + self.bias.detach()


def net_positional(num_inputs):
    return nn.Sequential(_I(num_inputs, 1))
