# caught by: test_init_params_sets_biases_to_zero
# misconception: draws_the_bias_as_well
# Draws the bias as well.
def init_params(net):
    if isinstance(net, nn.Linear):
        for p in net.parameters():
            nn.init.normal_(p, mean=0, std=0.01)
