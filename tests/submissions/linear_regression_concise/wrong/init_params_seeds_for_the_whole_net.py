# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Seeds when it gets a chain, and never for a bare layer: whole networks all start alike.
def init_params(net):
    if isinstance(net, nn.Sequential):
        torch.manual_seed(0)
        for layer in net.modules():
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, 0, 0.01)
                nn.init.zeros_(layer.bias)
    elif isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
