# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_while_autograd_records
# Writes the draws into the weight, row by row.
def init_params(net):
    if isinstance(net, nn.Linear):
        for i in range(net.out_features):
            net.weight[i] = 0.01 * torch.randn(net.in_features)
            net.bias[i] = 0
