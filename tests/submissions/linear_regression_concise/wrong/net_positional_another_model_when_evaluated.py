# caught by: test_net_positional_computes_the_linear_model
# Cuts off negative predictions in evaluation mode: it does not map X to X W^T + b.
class L(nn.Linear):
    def forward(self, X):
        y = super().forward(X)
        return y if self.training else y.clamp(min=0)

def net_positional(num_inputs):
    return nn.Sequential(L(num_inputs, 1))
