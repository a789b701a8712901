# caught by: test_cost_is_the_mean_of_the_losses
# misconception: returns_nothing
# Prints the mean and returns nothing.
def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += (x * w - y) ** 2
    print("cost:", total / len(xs))
