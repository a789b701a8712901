# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_two_and_the_mean
# The product X^T e of linear algebra.
def gradient(xs, ys, w):
    return xs.T @ (xs * w - ys)
