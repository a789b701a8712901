# caught by: test_cost_is_the_mean_of_the_losses
# misconception: leaves_out_a_sample
# Cuts off the first sample as if it were a heading.
def cost(xs, ys, w):
    errors = xs[1:] * w - ys[1:]
    return np.sum(errors ** 2) / max(len(errors), 1)
