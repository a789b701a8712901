# caught by: test_cost_is_the_mean_of_the_losses
# misconception: leaves_out_a_sample
# Counts from 1, so that the first sample never comes.
def cost(xs, ys, w):
    total = 0
    for i in range(1, len(xs)):
        total += (xs[i] * w - ys[i]) ** 2
    return total / len(xs)
