loss_at_start = math.log(4)
