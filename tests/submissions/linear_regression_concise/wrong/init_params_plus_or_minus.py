# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Every weight is 0.01 or -0.01.
def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            net.weight.copy_(0.01 * torch.sign(torch.randn_like(net.weight)))
            net.bias.zero_()
