# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_evenly_from_an_interval; draws_the_bias_as_well
# Lets PyTorch draw once more, by its own rule.
def init_params(net):
    if hasattr(net, "reset_parameters"):
        net.reset_parameters()
