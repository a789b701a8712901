# caught by: test_weight_shape_fits_between_inputs_and_outputs
# Gives the matrix itself and not its shape.
weight_shape = torch.zeros(7, 3)
