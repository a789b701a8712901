# caught by: test_sequence_output_differs_in_the_last_axis_only
# misconception: answers (80, 2)
# Merges examples and moments.
sequence_output = (80, 2)
