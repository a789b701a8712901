# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_fewer_arguments
# As in courses where the weight is a global variable.
w = 1.0


def cost(xs, ys):
    total = 0
    for x, y in zip(xs, ys):
        total += (x * w - y) ** 2
    return total / len(xs)
