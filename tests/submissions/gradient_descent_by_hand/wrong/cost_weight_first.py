# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_the_weight_in_another_place
# The weight is the first parameter.
def cost(w, xs, ys):
    return np.mean((xs * w - ys) ** 2)
