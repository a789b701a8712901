# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_after_the_mean
# Averages before squaring, so that errors cancel.
def cost(xs, ys, w):
    return np.mean(xs * w - ys) ** 2
