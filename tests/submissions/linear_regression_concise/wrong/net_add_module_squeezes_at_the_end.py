# caught by: test_net_add_module_computes_the_linear_model
# misconception: flattens_the_predictions
# A second module makes a vector of the column.
class Squeeze(nn.Module):
    def forward(self, X):
        return X.squeeze(-1)


def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 1))
    net.add_module("squeeze", Squeeze())
    return net
