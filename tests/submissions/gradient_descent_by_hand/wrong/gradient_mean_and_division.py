# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: divides_twice
# Takes the mean, then divides once more.
def gradient(xs, ys, w):
    return 2 / len(xs) * np.mean(xs * (xs * w - ys))
