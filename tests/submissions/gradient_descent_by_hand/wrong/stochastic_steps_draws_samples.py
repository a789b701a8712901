# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: takes_the_samples_at_random
# Draws a sample for every step.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for _ in xs:
        i = np.random.randint(len(xs))
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
