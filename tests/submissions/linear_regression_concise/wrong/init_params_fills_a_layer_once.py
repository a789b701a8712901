# caught by: test_init_params_draws_afresh
# Marks the layers that it has seen and leaves them alone later.
def init_params(net):
    if isinstance(net, nn.Linear) and not getattr(net, "started", False):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
        net.started = True
