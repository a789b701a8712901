matrix_times_vector = [5]
