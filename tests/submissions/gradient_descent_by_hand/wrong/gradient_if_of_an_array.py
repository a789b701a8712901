# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: treats_an_array_as_a_number
# Asks whether all the errors together are zero.
def gradient(xs, ys, w):
    errors = xs * w - ys
    if errors == 0:
        return 0.0
    return 2 * np.mean(xs * errors)
