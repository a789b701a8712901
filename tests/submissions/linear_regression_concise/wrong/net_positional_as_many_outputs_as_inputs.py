# caught by: test_net_positional_computes_the_linear_model
# misconception: makes_more_than_one_output
# Predicts as many numbers as there are features.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, num_inputs))
