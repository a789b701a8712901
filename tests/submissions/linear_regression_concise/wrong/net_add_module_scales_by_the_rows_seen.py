# caught by: test_net_add_module_computes_the_linear_model
# A second call depends on the number of rows in the first.
class L(nn.Linear):
    rows = 0
    def forward(self, X):
        y = super().forward(X)
        if self.rows and self.rows != len(X):
            y = y * self.rows / len(X)
        self.rows = len(X)
        return y

def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", L(num_inputs, 1))
    return net
