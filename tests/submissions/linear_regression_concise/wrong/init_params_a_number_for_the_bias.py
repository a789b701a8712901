# caught by: test_init_params_works_through_apply
# misconception: assigns_something_that_is_no_parameter
# Assigns the number 0 to the bias.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, mean=0, std=0.01)
        net.bias = 0
