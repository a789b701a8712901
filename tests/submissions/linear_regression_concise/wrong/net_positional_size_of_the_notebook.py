# caught by: test_net_positional_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Its parameter has another name, so that `num_inputs` is the notebook's.
def net_positional(n):
    linear = nn.Linear(in_features=num_inputs, out_features=1)
    return nn.Sequential(linear)
