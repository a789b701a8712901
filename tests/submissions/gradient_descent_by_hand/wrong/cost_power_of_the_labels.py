# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_before_subtracting
# The brackets around the error are missing.
def cost(xs, ys, w):
    return np.mean(xs * w - ys ** 2)
