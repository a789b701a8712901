# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: rounds_the_result
# Rounds to two decimals, as the text does.
def gradient(xs, ys, w):
    return round(2 * np.mean(xs * (xs * w - ys)), 2)
