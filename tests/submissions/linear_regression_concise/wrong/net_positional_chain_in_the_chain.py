# caught by: test_net_positional_is_sequential
# misconception: puts_a_chain_into_the_chain
# Holds a chain instead of a layer: "holds a single linear layer".
def net_positional(num_inputs):
    return nn.Sequential(nn.Sequential(nn.Linear(num_inputs, 1)))
