# caught by: test_LinearNet_computes_the_linear_model
# misconception: has_no_forward
# Calls its method "foward", so that the module has none.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def foward(self, X):
        return self.linear(X.flatten(1))
