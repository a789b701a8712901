# caught by: test_cost_is_the_mean_of_the_losses
# misconception: adds_up_without_dividing
# The loop adds up, and that is all.
def cost(xs, ys, w):
    total = 0.0
    for i in range(len(xs)):
        error = xs[i] * w - ys[i]
        total += error * error
    return total
