# caught by: test_cost_is_the_mean_of_the_losses
# misconception: halves
# Each sample's loss has a factor of one half.
def cost(xs, ys, w):
    losses = []
    for x, y in zip(xs, ys):
        losses.append(0.5 * (x * w - y) ** 2)
    return np.mean(losses)
