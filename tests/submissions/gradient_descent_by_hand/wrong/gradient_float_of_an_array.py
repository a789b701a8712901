# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: treats_an_array_as_a_number
# Makes one float of all the products.
def gradient(xs, ys, w):
    total = 0.0
    total += float(2 * xs * (xs * w - ys))
    return total / len(xs)
