# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_text
# Makes text of the slope.
def gradient(xs, ys, w):
    return str(2 * np.mean(xs * (xs * w - ys)))
