# caught by: test_net_positional_computes_the_linear_model
# Adds the bias as a plain number, which no gradient reaches.
class _K(nn.Linear):
    def forward(self, X):
        return X @ self.weight.t() + self.bias.item()


def net_positional(num_inputs):
    return nn.Sequential(_K(num_inputs, 1))
