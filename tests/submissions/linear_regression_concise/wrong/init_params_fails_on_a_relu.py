# caught by: test_init_params_works_through_apply
# misconception: expects_a_weight_in_every_module
# Expects every module to have a weight.
def init_params(net):
    nn.init.normal_(net.weight, mean=0, std=0.01)
    nn.init.zeros_(net.bias)
