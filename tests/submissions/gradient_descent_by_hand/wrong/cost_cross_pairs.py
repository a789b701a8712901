# caught by: test_cost_is_the_mean_of_the_losses
# misconception: compares_every_x_with_every_y
# Compares every prediction with every label.
def cost(xs, ys, w):
    return np.mean((xs[:, None] * w - ys[None, :]) ** 2)
