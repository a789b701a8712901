# caught by: test_net_positional_is_sequential
# misconception: keeps_the_layer_in_a_module_list
# Uses the container that holds layers but cannot be called.
def net_positional(num_inputs):
    return nn.ModuleList([nn.Linear(num_inputs, 1)])
