# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_absolute_errors
# The mean of the sizes.
def cost(xs, ys, w):
    return np.abs(xs * w - ys).mean()
