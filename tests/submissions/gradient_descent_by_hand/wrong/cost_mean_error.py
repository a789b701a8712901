# caught by: test_cost_is_the_mean_of_the_losses
# misconception: forgets_the_square
# The mean of the errors with their signs.
def cost(xs, ys, w):
    errors = [y - x * w for x, y in zip(xs, ys)]
    return sum(errors) / len(errors)
