# caught by: test_stochastic_steps_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# Finds the label by searching for x.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x in xs:
        i = list(xs).index(x)
        w = w - lr * 2 * x * (x * w - ys[i])
        weights.append(w)
    return weights
