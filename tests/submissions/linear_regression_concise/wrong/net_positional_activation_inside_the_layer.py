# caught by: test_net_positional_computes_the_linear_model
# A layer with a hardly visible activation.
class L(nn.Linear):
    def forward(self, X):
        return nn.functional.leaky_relu(super().forward(X), 0.99)

def net_positional(num_inputs):
    return nn.Sequential(L(num_inputs, 1))
