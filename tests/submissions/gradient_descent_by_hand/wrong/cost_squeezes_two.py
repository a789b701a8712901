# caught by: test_cost_takes_any_number_of_samples
# Breaks for a single sample, which is squeezed away.
def cost(xs, ys, w):
    xs, ys = np.squeeze(xs), np.squeeze(ys)
    return sum((x * w - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
