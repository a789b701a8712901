# caught by: test_cost_is_the_mean_of_the_losses
# misconception: squares_after_the_mean
# Adds up the errors and squares their sum.
def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += x * w - y
    return total ** 2 / len(xs)
