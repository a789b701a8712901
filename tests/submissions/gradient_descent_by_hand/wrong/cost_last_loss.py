# caught by: test_cost_is_the_mean_of_the_losses
# misconception: counts_a_single_sample
# Returns the loss that the last turn has left.
def cost(xs, ys, w):
    for x, y in zip(xs, ys):
        result = (x * w - y) ** 2
    return result
