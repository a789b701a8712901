# caught by: test_net_positional_computes_the_linear_model
# misconception: forgets_the_number_of_outputs
# The second size stands behind the wrong bracket.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs), 1)
