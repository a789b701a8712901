# caught by: test_cost_is_the_mean_of_the_losses
# misconception: leaves_out_a_sample
# The range ends one sample early.
def cost(xs, ys, w):
    n = len(xs)
    total = 0
    for i in range(n - 1):
        total += (xs[i] * w - ys[i]) ** 2
    return total / n
