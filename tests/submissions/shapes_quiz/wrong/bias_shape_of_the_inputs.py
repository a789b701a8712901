# caught by: test_bias_shape_has_a_number_for_each_unit
# misconception: answers (11,)
# Gives each input a bias.
bias_shape = (11,)
