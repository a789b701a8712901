# caught by: test_cost_is_the_mean_of_the_losses
# misconception: treats_an_array_as_a_number
# Asks whether all the errors together are negative.
def cost(xs, ys, w):
    errors = xs * w - ys
    if errors < 0:
        errors = -errors
    return np.mean(errors ** 2)
