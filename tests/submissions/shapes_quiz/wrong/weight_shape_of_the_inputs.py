# caught by: test_weight_shape_fits_between_inputs_and_outputs
# misconception: answers (20, 7)
# Gives the shape of X.
weight_shape = [20, 7]
