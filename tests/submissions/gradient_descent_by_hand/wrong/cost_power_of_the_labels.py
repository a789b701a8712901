# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_only_the_label
# The brackets around the error are missing.
def cost(xs, ys, w):
    return np.mean(xs * w - ys ** 2)
