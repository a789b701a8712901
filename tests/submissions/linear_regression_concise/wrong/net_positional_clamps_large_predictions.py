# caught by: test_net_positional_computes_the_linear_model
# Predictions stay between -20 and 20: it does not map X to X W^T + b.
class L(nn.Linear):
    def forward(self, X):
        return super().forward(X).clamp(-20, 20)

def net_positional(num_inputs):
    return nn.Sequential(L(num_inputs, 1))
