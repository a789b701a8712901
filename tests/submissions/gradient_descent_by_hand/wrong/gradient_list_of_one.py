# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_an_array_of_one
# A list of all slopes, of which there is one.
def gradient(xs, ys, w):
    grads = [2 * np.mean(xs * (xs * w - ys))]
    return grads
