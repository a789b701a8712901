# caught by: test_cost_is_the_mean_of_the_losses
# np.var takes the mean error away first.
def cost(xs, ys, w):
    return np.var(xs * w - ys)
