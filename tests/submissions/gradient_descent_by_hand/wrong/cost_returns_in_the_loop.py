# caught by: test_cost_is_the_mean_of_the_losses
# misconception: counts_a_single_sample
# Returns inside the loop, after the first sample.
def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += (x * w - y) ** 2
        return total / len(xs)
