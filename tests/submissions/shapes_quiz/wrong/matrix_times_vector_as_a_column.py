# caught by: test_matrix_times_vector_sums_over_the_columns
# misconception: answers (5, 1)
# Expects a column.
matrix_times_vector = (5, 1)
