# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: leaves_out_the_label
# Derives the square of the prediction.
def gradient(xs, ys, w):
    return 2 * w * np.dot(xs, xs) / len(xs)
