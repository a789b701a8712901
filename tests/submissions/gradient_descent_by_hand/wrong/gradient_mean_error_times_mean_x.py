# caught by: test_gradient_is_the_derivative_of_the_cost
# The mean of a product is not the product of the means.
def gradient(xs, ys, w):
    return 2 * np.mean(xs) * np.mean(xs * w - ys)
