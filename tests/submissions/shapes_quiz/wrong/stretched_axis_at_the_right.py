# caught by: test_stretched_axes_are_those_of_size_one
# misconception: answers (4, 6, 5)
# Adds the missing axis at the right.
stretched = (4, 6, 5)
