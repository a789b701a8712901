# caught by: test_cost_is_the_mean_of_the_losses
# misconception: counts_a_single_sample
# Looks at the entry 0 of both arrays.
def cost(xs, ys, w):
    return loss(xs[0], ys[0], w)
