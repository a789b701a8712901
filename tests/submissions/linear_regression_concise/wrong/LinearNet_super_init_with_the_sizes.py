# caught by: test_LinearNet_is_a_module
# misconception: uses_the_module_before_super_init
# Hands the sizes on to nn.Module, which takes none.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super(LinearNet, self).__init__(num_inputs, num_outputs)
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.reshape(len(X), -1))
