# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: notes_too_early
# Notes the weight before the step.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        weights.append(w)
        w = w - lr * 2 * x * (x * w - y)
    return weights
