# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_at_all_samples_in_every_step
# Still looks at all samples, and has only lost the mean.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * np.sum(2 * xs * (xs * w - ys))
        weights.append(w)
    return weights
