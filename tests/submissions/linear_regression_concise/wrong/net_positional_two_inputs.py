# caught by: test_net_positional_computes_the_linear_model
# Has the notebook's two features written into it.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(2, 1))
