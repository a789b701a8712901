# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: goes_on_from_the_last_call
# The total is a global that is never set back to zero.
grad_sum = 0.0


def gradient(xs, ys, w):
    global grad_sum
    for x, y in zip(xs, ys):
        grad_sum += 2 * x * (x * w - y)
    return grad_sum / len(xs)
