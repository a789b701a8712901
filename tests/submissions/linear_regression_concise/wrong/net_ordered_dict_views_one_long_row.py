# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: flattens_the_examples_too
# Its own layer turns the batch into a single vector.
class FlattenLayer(nn.Module):
    def forward(self, X):
        return X.view(-1)

def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([
        ("flatten", FlattenLayer()),
        ("linear", nn.Linear(num_inputs, 1))]))
