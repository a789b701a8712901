# caught by: test_init_params_works_through_apply
# misconception: leaves_some_layers_alone
# Skips every layer that does not predict one number.
def init_params(net):
    if isinstance(net, nn.Linear) and net.weight.shape[0] == 1:
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
