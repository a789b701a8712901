# caught by: test_cost_is_the_mean_of_the_losses
# misconception: leaves_out_the_weight
# The distance between the two arrays.
def cost(xs, ys, w):
    return np.dot(xs - ys, xs - ys) / len(xs)
