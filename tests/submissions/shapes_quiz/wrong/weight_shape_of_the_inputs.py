# caught by: test_weight_shape_fits_between_inputs_and_outputs
# Gives the shape of X.
weight_shape = [20, 7]
