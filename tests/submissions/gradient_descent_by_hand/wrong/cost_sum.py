# caught by: test_cost_is_the_mean_of_the_losses
# misconception: adds_up_without_dividing
# Adds the losses up and does not divide.
def cost(xs, ys, w):
    return np.sum((xs * w - ys) ** 2)
