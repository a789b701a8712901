# caught by: test_gradient_is_the_derivative_of_the_cost
# Uses the size of x, as the notebook has only positive x.
def gradient(xs, ys, w):
    return np.mean(2 * abs(xs) * (xs * w - ys))
