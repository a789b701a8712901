# caught by: test_joined_along_an_old_and_a_new_axis
# Uses cat for both steps.
joined = (8, 5)
