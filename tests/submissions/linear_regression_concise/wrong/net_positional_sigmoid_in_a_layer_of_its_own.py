# caught by: test_net_positional_computes_the_linear_model
# misconception: ends_in_an_activation
# Squeezes the predictions between 0 and 1.
class LinearAndSigmoid(nn.Linear):
    def forward(self, X):
        return 1 / (1 + torch.exp(-super().forward(X)))


def net_positional(num_inputs):
    return nn.Sequential(LinearAndSigmoid(num_inputs, 1))
