# caught by: test_net_positional_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Has the notebook's two features written into it.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(2, 1))
