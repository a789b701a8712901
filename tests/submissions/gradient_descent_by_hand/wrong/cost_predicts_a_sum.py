# caught by: test_cost_is_the_mean_of_the_losses
# misconception: predicts_with_a_sum
# Its predictions are sums.
def cost(xs, ys, w):
    return np.mean(np.square((xs + w) - ys))
