# caught by: test_cost_takes_any_number_of_samples
# Takes a sample of two zeros for a missing one.
def cost(xs, ys, w):
    keep = (xs != 0) | (ys != 0)
    return np.sum((xs[keep] * w - ys[keep]) ** 2) / keep.sum()
