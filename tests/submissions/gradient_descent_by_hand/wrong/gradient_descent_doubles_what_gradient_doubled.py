# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: doubles_the_gradient
# Puts a 2 in front of `gradient`, which has it already.
def gradient_descent(xs, ys, w, lr, epochs):
    history = np.zeros(epochs)
    for k in range(epochs):
        w -= 2 * lr * gradient(xs, ys, w)
        history[k] = np.mean((w * xs - ys) ** 2)
    return w, history
