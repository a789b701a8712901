# caught by: test_cost_is_the_mean_of_the_losses
# misconception: halves
# Divides by 2n.
def cost(xs, ys, w):
    return np.sum((xs * w - ys) ** 2) / (2 * len(xs))
