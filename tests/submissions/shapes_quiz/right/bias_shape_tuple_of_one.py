bias_shape = (4,)
