# caught by: test_net_positional_computes_the_linear_model
# misconception: flattens_the_predictions
# Flattens the column of predictions into a row.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1), nn.Flatten(0))
