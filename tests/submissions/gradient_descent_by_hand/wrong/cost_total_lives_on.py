# caught by: test_cost_is_the_mean_of_the_losses
# misconception: goes_on_from_the_last_call
# The total is a global that is never set back to zero.
total = 0.0


def cost(xs, ys, w):
    global total
    for x, y in zip(xs, ys):
        total += (x * w - y) ** 2
    return total / len(xs)
