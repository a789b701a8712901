# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Clamped at three deviations: not "draws from the normal distribution".
def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            net.weight.normal_(0, 0.01).clamp_(-0.03, 0.03)
            net.bias.zero_()
