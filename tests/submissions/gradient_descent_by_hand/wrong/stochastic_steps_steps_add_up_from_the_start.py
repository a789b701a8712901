# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: begins_every_step_at_the_start
# Computes all the gradients at the start, and adds the steps up.
def stochastic_steps(xs, ys, w, lr):
    return w - np.cumsum(lr * 2 * xs * (xs * w - ys))
