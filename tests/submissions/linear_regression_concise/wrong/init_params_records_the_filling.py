# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_while_autograd_records
# Fills the parameters while autograd is watching.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.normal_(0, 0.01)
        net.bias.zero_()
