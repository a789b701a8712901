# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_before_subtracting
# Squares first and subtracts then.
def cost(xs, ys, w):
    predictions = xs * w
    return np.mean(predictions ** 2 - ys ** 2)
