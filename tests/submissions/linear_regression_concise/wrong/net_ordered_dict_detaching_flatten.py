# caught by: test_net_ordered_dict_computes_the_linear_model
# No gradient gets through the flattening.
class _M(nn.Flatten):
    def forward(self, X):
        return super().forward(X).detach()


def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flatten", _M()), ("linear", nn.Linear(num_inputs, 1))]))
