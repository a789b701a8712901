# caught by: test_bias_shape_has_a_number_for_each_unit
# Forgets the comma, so that the brackets hold a number.
bias_shape = (4)
