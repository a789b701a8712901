# caught by: test_LinearNet_computes_the_linear_model
# misconception: uses_a_lazy_layer
# Leaves the number of inputs to a lazy layer, as later editions of the book do.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.net = nn.LazyLinear(num_outputs)

    def forward(self, X):
        return self.net(X.flatten(1))
