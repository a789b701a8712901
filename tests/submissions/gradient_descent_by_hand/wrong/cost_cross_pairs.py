# caught by: test_cost_is_the_mean_of_the_losses
# Compares every prediction with every label.
def cost(xs, ys, w):
    return np.mean((xs[:, None] * w - ys[None, :]) ** 2)
