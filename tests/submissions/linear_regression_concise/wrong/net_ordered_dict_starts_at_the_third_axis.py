# caught by: test_net_ordered_dict_flattens
# misconception: starts_flattening_one_axis_late
# Starts flattening one axis too late.
class LateFlatten(nn.Module):
    def forward(self, X):
        return X.reshape(*X.shape[:2], -1) if X.dim() > 2 else X

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=LateFlatten(), linear=nn.Linear(num_inputs, 1)))
