# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: returns_half_of_the_pair
# Returns a tuple of costs, and no weight.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = ()
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs += (cost(xs, ys, w),)
    return costs
