# caught by: test_net_add_module_computes_the_linear_model
# Predicts zeros in evaluation mode: it does not map X to X W^T + b.
class L(nn.Linear):
    def forward(self, X):
        return super().forward(X) if self.training else torch.zeros(len(X), 1)

def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", L(num_inputs, 1))
    return net
