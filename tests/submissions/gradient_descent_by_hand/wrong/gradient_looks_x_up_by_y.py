# caught by: test_gradient_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# Finds x by searching for the label.
def gradient(xs, ys, w):
    total = 0
    for y in ys:
        x = xs[list(ys).index(y)]
        total += 2 * x * (x * w - y)
    return total / len(xs)
