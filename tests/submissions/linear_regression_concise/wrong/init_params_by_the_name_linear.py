# caught by: test_init_params_works_through_apply
# misconception: leaves_some_layers_alone
# Fills the layer with the name "linear" and knows no other.
def init_params(net):
    layer = getattr(net, "linear", net if isinstance(net, nn.Linear) and net.out_features == 1 else None)
    if layer is not None:
        nn.init.normal_(layer.weight, 0, 0.01)
        nn.init.zeros_(layer.bias)
