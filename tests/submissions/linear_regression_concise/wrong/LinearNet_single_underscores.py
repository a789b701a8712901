# caught by: test_LinearNet_is_a_module
# misconception: has_another_init
# Its `_init_` is a method like any other.
class LinearNet(nn.Module):
    def _init_(self, num_inputs, num_outputs=1):
        super()._init_()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
