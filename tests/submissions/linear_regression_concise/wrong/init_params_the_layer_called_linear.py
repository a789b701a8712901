# caught by: test_init_params_works_through_apply
# misconception: takes_a_layer_for_a_network
# Asks every module for its layer "linear".
def init_params(net):
    nn.init.normal_(net.linear.weight, std=0.01)
    nn.init.zeros_(net.linear.bias)
