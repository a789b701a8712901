# caught by: test_stochastic_steps_takes_any_number_of_samples
# misconception: writes_past_the_end_of_a_list
# Makes room for twenty samples.
def stochastic_steps(xs, ys, w, lr):
    weights = [0.0] * 20
    for i, (x, y) in enumerate(zip(xs, ys)):
        w = w - lr * 2 * x * (x * w - y)
        weights[i] = w
    return weights[:len(xs)]
