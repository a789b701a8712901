# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: makes_one_step_an_epoch
# Is the function before, under a new name.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    return gradient_descent(xs, ys, w, lr, epochs)
