# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_evenly_from_an_interval
# Draws from 0 to 1 and makes that smaller.
def init_params(net):
    if type(net) is nn.Linear:
        with torch.no_grad():
            net.weight.copy_(0.01 * torch.rand(net.weight.shape))
            net.bias.copy_(torch.zeros(net.bias.shape))
