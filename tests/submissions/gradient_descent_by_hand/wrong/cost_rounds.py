# caught by: test_cost_is_the_mean_of_the_losses
# misconception: rounds_the_result
# Rounds to two decimals, as section 3 does.
def cost(xs, ys, w):
    return np.round(np.mean((xs * w - ys) ** 2), 2)
