# caught by: test_LinearNet_is_a_module
# misconception: uses_the_module_before_super_init
# Calls the base's __init__ when the layer has been assigned already.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        self.linear = nn.Linear(num_inputs, num_outputs)
        super().__init__()

    def forward(self, X):
        return self.linear(X.flatten(1))
