# caught by: test_weight_shape_fits_between_inputs_and_outputs
# Gives the shape in which torch.nn.Linear stores its weight.
weight_shape = (3, 7)
