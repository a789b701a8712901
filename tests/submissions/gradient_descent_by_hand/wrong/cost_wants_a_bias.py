# caught by: test_cost_is_the_mean_of_the_losses
# misconception: wants_more_arguments
# The cost of a model with a bias.
def cost(xs, ys, w, b):
    return np.mean((xs * w + b - ys) ** 2)
