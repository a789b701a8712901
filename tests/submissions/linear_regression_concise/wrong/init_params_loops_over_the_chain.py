# caught by: test_init_params_works_through_apply
# misconception: takes_a_layer_for_a_network
# Loops over what it gets, as if it were always a chain.
def init_params(net):
    for layer in net:
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, mean=0, std=0.01)
            nn.init.zeros_(layer.bias)
