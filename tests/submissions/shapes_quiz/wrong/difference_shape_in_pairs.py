# caught by: test_difference_shape_follows_from_lining_up
# misconception: answers (9, 1)
# Subtracts each label from its own prediction.
difference_shape = (9, 1)
