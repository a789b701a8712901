# caught by: test_LinearNet_is_a_module
# misconception: uses_the_module_before_super_init
# Names super and does not call it.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super.__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, X):
        return self.linear(X.flatten(1))
