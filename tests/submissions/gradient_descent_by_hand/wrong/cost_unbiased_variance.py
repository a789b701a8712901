# caught by: test_cost_is_the_mean_of_the_losses
# misconception: divides_by_one_too_few
# Divides by n - 1.
def cost(xs, ys, w):
    return np.sum((xs * w - ys) ** 2) / max(len(xs) - 1, 1)
