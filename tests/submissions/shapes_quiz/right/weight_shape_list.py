weight_shape = [7, 3]
