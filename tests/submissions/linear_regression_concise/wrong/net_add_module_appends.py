# caught by: test_net_add_module_is_sequential
# misconception: lets_the_chain_number_the_layers
# Appends the layer, which is then called "0".
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.append(nn.Linear(num_inputs, 1))
    return net
