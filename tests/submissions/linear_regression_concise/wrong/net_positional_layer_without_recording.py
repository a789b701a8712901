# caught by: test_net_positional_computes_the_linear_model
# The layer predicts without a graph, so that nothing can be learned.
class _J(nn.Linear):
    @torch.no_grad()
    def forward(self, X):
        return super().forward(X)


def net_positional(num_inputs):
    return nn.Sequential(_J(num_inputs, 1))
