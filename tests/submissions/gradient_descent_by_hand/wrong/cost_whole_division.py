# caught by: test_cost_is_the_mean_of_the_losses
# Divides with two strokes.
def cost(xs, ys, w):
    return sum((x * w - y) ** 2 for x, y in zip(xs, ys)) // len(xs)
