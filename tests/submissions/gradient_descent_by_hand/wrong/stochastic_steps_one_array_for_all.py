# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: notes_the_last_weight_everywhere
# Puts the same array into the list again and again.
def stochastic_steps(xs, ys, w, lr):
    weight, weights = np.array(float(w)), []
    for x, y in zip(xs, ys):
        weight -= lr * 2 * x * (x * weight - y)
        weights.append(weight)
    return weights
