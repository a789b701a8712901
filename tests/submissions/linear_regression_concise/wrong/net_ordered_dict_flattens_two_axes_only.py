# caught by: test_net_ordered_dict_flattens
# Flattens the second axis with the third, and no further.
class Flat(nn.Module):
    def forward(self, X):
        return X.flatten(1, 2) if X.dim() > 2 else X

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flatten", Flat()), ("linear", nn.Linear(num_inputs, 1))]))
