# caught by: test_init_params_works_through_apply
# misconception: calls_itself_without_end
# Calls apply with itself, which comes back to the same module.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, mean=0, std=0.01)
        nn.init.zeros_(net.bias)
    else:
        net.apply(init_params)
