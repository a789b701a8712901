# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_the_root
# The length of the vector of errors.
def cost(xs, ys, w):
    return np.linalg.norm(xs * w - ys)
