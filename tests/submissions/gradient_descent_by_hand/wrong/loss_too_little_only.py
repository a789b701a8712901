# caught by: test_loss_counts_both_directions_alike
# Thinks that only a prediction that is too small is wrong.
def loss(x, y, w):
    return max(0, y - x * w) ** 2
