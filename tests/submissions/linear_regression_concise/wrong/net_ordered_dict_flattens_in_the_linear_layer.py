# caught by: test_net_ordered_dict_is_sequential
# "flatten" does nothing, "linear" flattens: '"flatten" flattens its input from the second axis on'.
class FlatLinear(nn.Linear):
    def forward(self, X):
        return super().forward(X.flatten(1))

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=nn.Identity(), linear=FlatLinear(num_inputs, 1)))
