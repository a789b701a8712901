# caught by: test_weight_shape_fits_between_inputs_and_outputs
# Puts the shape into quotation marks.
weight_shape = "(7, 3)"
