# caught by: test_joined_along_an_old_and_a_new_axis
# misconception: answers (8, 5)
# Uses cat for both steps.
joined = (8, 5)
