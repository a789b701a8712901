# caught by: test_cost_is_the_mean_of_the_losses
# misconception: compares_every_x_with_every_y
# Two loops, one inside the other.
def cost(xs, ys, w):
    total = 0
    for x in xs:
        for y in ys:
            total += (x * w - y) ** 2
    return total / len(xs)
