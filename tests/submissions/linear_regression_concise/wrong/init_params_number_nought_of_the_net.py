# caught by: test_init_params_works_through_apply
# misconception: takes_a_layer_for_a_network
# Fills the first layer of a chain, as the book does with its own network.
def init_params(net):
    net[0].weight.data.normal_(0, 0.01)
    net[0].bias.data.fill_(0)
