# caught by: test_cost_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# A sample that comes twice counts once.
def cost(xs, ys, w):
    pairs = np.unique(np.stack([xs, ys], axis=1), axis=0)
    return np.mean((pairs[:, 0] * w - pairs[:, 1]) ** 2)
