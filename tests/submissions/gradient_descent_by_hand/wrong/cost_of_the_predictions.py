# caught by: test_cost_is_the_mean_of_the_losses
# misconception: leaves_out_the_label
# Squares the predictions.
def cost(xs, ys, w):
    return np.mean([(x * w) ** 2 for x in xs])
