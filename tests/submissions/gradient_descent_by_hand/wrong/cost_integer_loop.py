# caught by: test_cost_is_the_mean_of_the_losses
# Collects into an array of integers.
def cost(xs, ys, w):
    losses = np.zeros(len(xs), dtype=int)
    for i in range(len(xs)):
        losses[i] = (xs[i] * w - ys[i]) ** 2
    return losses.mean()
