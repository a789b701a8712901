# caught by: test_cost_is_the_mean_of_the_losses
# misconception: swaps_the_arguments
# The weight is the first parameter.
def cost(w, xs, ys):
    return np.mean((xs * w - ys) ** 2)
