# caught by: test_net_ordered_dict_computes_the_linear_model
# The layer multiplies by the data of its weight, which no gradient reaches.
class _N(nn.Linear):
    def forward(self, X):
        return X @ self.weight.data.t() + self.bias


def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flatten", nn.Flatten()), ("linear", _N(num_inputs, 1))]))
