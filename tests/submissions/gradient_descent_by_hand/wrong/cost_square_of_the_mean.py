# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_the_mean_error
# Averages before squaring, so that errors cancel.
def cost(xs, ys, w):
    return np.mean(xs * w - ys) ** 2
