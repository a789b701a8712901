# caught by: test_net_ordered_dict_computes_the_linear_model
# Reshapes to the number of rows of the first call: "for any n from 1 up".
class Flat(nn.Module):
    n = None
    def forward(self, X):
        self.n = self.n or len(X)
        return X.reshape(self.n, -1)

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=Flat(), linear=nn.Linear(num_inputs, 1)))
