# caught by: test_cost_is_the_mean_of_the_losses
# misconception: swaps_the_arguments
# Labels first, as in another notebook.
def cost(ys, xs, w):
    return np.mean((xs * w - ys) ** 2)
