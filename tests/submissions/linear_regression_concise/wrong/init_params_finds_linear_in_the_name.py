# caught by: test_init_params_works_through_apply
# Goes by the name of the class: that of LinearNet holds "Linear" as well.
def init_params(net):
    name = net.__class__.__name__
    if name.find("Linear") != -1:
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
