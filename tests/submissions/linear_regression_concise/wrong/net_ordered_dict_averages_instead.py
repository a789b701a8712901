# caught by: test_net_ordered_dict_flattens
# Averages over the further axes instead of flattening them.
class Pool(nn.Module):
    def forward(self, X):
        while X.dim() > 2:
            X = X.mean(dim=-1)
        return X

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=Pool(), linear=nn.Linear(num_inputs, 1)))
