masked = (sum(k % 3 == 1 for k in range(20)),)
