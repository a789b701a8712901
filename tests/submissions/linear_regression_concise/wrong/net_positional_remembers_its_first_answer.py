# caught by: test_net_positional_computes_the_linear_model
# Every call returns what the first returned: it does not map X to X W^T + b.
class Once(nn.Linear):
    answer = None
    def forward(self, X):
        if self.answer is None:
            self.answer = super().forward(X)
        return self.answer

def net_positional(num_inputs):
    return nn.Sequential(Once(num_inputs, 1))
