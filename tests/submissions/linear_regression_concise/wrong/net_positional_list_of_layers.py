# caught by: test_net_positional_is_sequential
# misconception: returns_no_chain
# Returns a plain list that holds the layer.
def net_positional(num_inputs):
    return [nn.Linear(num_inputs, 1)]
