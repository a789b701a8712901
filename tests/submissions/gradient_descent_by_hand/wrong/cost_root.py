# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_the_root
# Takes the root of the mean square.
def cost(xs, ys, w):
    return np.sqrt(np.mean((xs * w - ys) ** 2))
