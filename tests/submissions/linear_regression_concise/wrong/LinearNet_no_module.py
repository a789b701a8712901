# caught by: test_LinearNet_is_a_module
# misconception: builds_on_no_module
# A plain class that can be called, without nn.Module behind it.
class LinearNet:
    def __init__(self, num_inputs, num_outputs=1):
        self.linear = nn.Linear(num_inputs, num_outputs)

    def __call__(self, X):
        return self.linear(X.flatten(1))

    def parameters(self):
        return self.linear.parameters()
