mean_square = 28.0
