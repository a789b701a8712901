# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: begins_every_step_at_the_start
# Every step begins at the weight of the start.
def stochastic_steps(xs, ys, w, lr):
    return list(w - lr * 2 * xs * (xs * w - ys))
