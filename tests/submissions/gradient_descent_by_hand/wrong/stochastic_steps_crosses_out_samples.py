# caught by: test_stochastic_steps_leaves_its_arguments_alone
# Marks the samples it has used in the caller's arrays.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs)):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
        xs[i] = 0.0
    return weights
