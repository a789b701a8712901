loss_at_start = 1.386
