# caught by: test_gradient_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# Keeps the samples in a dictionary: one label for each x.
def gradient(xs, ys, w):
    data = dict(zip(xs, ys))
    return 2 / len(data) * sum(x * (x * w - y) for x, y in data.items())
