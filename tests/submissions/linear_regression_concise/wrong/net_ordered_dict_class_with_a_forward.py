# caught by: test_net_ordered_dict_is_sequential
# misconception: writes_a_class_instead_of_a_chain
# A class with two named layers, as later editions of the book write it.
class Net(nn.Module):
    def __init__(self, layers):
        super().__init__()
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, X):
        for layer in self.children():
            X = layer(X)
        return X


def net_ordered_dict(num_inputs):
    return Net(OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(num_inputs, 1)))
