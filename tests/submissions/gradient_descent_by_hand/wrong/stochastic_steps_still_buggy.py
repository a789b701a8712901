# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_at_all_samples_in_every_step
# Is the function with the bug, under a new name.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * gradient(xs, ys, w)
        weights.append(w)
    return weights
