# caught by: test_cost_takes_any_number_of_samples
# Samples at x = 0 do not count.
def cost(xs, ys, w):
    keep = xs != 0
    return np.mean((xs[keep] * w - ys[keep]) ** 2)
