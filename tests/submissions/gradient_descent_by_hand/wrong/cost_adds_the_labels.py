# caught by: test_cost_is_the_mean_of_the_losses
# misconception: adds_the_label
# A plus where the error has a minus.
def cost(xs, ys, w):
    return np.mean((xs * w + ys) ** 2)
