# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: flattens_the_examples_too
# Reshapes the whole batch to a single row.
class OneRow(nn.Module):
    def forward(self, X):
        return X.reshape(1, -1)


def net_ordered_dict(num_inputs):
    layers = OrderedDict()
    layers["flatten"] = OneRow()
    layers["linear"] = nn.Linear(num_inputs, 1)
    return nn.Sequential(layers)
