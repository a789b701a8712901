# caught by: test_cost_is_the_mean_of_the_losses
# misconception: divides_by_one_too_few
# The formula of the variance, without care for one sample.
def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += (x * w - y) ** 2
    return total / (len(xs) - 1)
