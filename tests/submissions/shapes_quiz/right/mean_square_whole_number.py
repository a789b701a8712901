mean_square = 28
