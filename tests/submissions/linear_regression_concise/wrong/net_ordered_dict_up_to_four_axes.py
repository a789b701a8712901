# caught by: test_net_ordered_dict_flattens
# Knows inputs of up to four axes: "X of shape (n, ...)".
class Flat(nn.Module):
    def forward(self, X):
        if X.dim() == 3:
            return X.reshape(X.shape[0], X.shape[1] * X.shape[2])
        if X.dim() == 4:
            return X.reshape(X.shape[0], X.shape[1] * X.shape[2] * X.shape[3])
        return X

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=Flat(), linear=nn.Linear(num_inputs, 1)))
