# caught by: test_net_positional_is_sequential
# misconception: keeps_its_layers_in_a_mere_store
# Uses the container that holds layers but cannot be called.
def net_positional(num_inputs):
    return nn.ModuleList([nn.Linear(num_inputs, 1)])
