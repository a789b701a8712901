# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: leaves_some_layers_alone
# Looks for layers inside of a Sequential, and in no other module.
def init_params(net):
    if isinstance(net, nn.Sequential):
        for layer in net:
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, 0, 0.01)
                nn.init.zeros_(layer.bias)
