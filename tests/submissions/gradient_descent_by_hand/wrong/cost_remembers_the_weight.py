# caught by: test_cost_is_the_mean_of_the_losses
# Keeps results by weight, whatever the data.
_known = {}


def cost(xs, ys, w):
    if w not in _known:
        _known[w] = np.mean((xs * w - ys) ** 2)
    return _known[w]
