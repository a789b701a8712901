# caught by: test_int_and_slice_treat_their_axis_differently
# misconception: answers (3,)
# Thinks that a slice of length one loses its axis.
int_and_slice = (3,)
