# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Takes absolute values.
def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            net.weight.normal_(0, 0.01).abs_()
            net.bias.zero_()
