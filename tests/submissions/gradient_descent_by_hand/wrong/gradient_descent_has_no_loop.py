# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: makes_a_single_epoch
# Makes one step, without a loop.
def gradient_descent(xs, ys, w, lr, epochs):
    w = w - lr * gradient(xs, ys, w)
    return w, [cost(xs, ys, w)]
