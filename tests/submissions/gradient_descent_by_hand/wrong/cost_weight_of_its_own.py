# caught by: test_cost_is_the_mean_of_the_losses
# misconception: predicts_with_the_same_weight_each_time
# Predicts with a weight that was set above.
weight = 0.5


def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += (x * weight - y) ** 2
    return total / len(ys)
