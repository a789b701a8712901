# caught by: test_weight_shape_fits_between_inputs_and_outputs
# misconception: answers (3, 7)
# Gives the shape in which torch.nn.Linear stores its weight.
weight_shape = (3, 7)
