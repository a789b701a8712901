# caught by: test_cost_is_the_mean_of_the_losses
# misconception: divides_by_three
# Divides by the number of samples in the notebook.
def cost(xs, ys, w):
    return sum((x * w - y) ** 2 for x, y in zip(xs, ys)) / 3
