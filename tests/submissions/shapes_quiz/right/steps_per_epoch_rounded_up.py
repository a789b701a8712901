steps_per_epoch = math.ceil(500 / 48)
