# caught by: test_net_add_module_is_sequential
# misconception: puts_a_chain_into_the_chain
# "linear" is a chain with a layer in it: "one linear layer, which is called linear, so that net.linear is this layer".
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Sequential(nn.Linear(num_inputs, 1)))
    return net
