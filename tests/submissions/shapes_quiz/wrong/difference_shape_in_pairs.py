# caught by: test_difference_shape_follows_from_lining_up
# Subtracts each label from its own prediction.
difference_shape = (9, 1)
