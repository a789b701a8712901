# caught by: test_init_params_works_through_apply
# misconception: leaves_some_layers_alone
# Fills the first layer of a chain, if it is a linear one.
def init_params(net):
    if isinstance(net, nn.Linear):
        return
    if isinstance(net, nn.Sequential) and isinstance(net[0], nn.Linear):
        nn.init.normal_(net[0].weight, mean=0, std=0.01)
        nn.init.constant_(net[0].bias, val=0)
