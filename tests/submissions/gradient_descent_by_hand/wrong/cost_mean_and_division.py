# caught by: test_cost_is_the_mean_of_the_losses
# misconception: divides_twice
# Takes the mean, then divides once more.
def cost(xs, ys, w):
    return np.mean((xs * w - ys) ** 2) / len(xs)
